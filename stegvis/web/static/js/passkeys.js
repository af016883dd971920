// A passkey is made or used: the browser asks the person, the answer goes with the form.
// [data-stegvis-passkey] is the button: "create" or "get"; its options stand in the page
// (data-options) or are asked for at the address of the form.

(() => {
  "use strict";

  const optionsFor = async (button) => {
    if (button.dataset.options) {
      return JSON.parse(document.getElementById(button.dataset.options).textContent);
    }
    const answer = await fetch(button.form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  const create = (options) => {
    const wanted = { residentKey: "required", requireResidentKey: true, userVerification: "required" };
    Object.assign(options.creation_options.publicKey.authenticatorSelection, wanted);
    return window.webauthnJSON.create(options.creation_options);
  };

  const asked = async (button) => {
    const options = await optionsFor(button);
    const makes = button.dataset.stegvisPasskey === "create";
    const credential = makes ? await create(options) : await window.webauthnJSON.get(options.request_options);
    button.form.elements.credential.value = JSON.stringify(credential);
    button.form.submit();
  };

  for (const part of document.querySelectorAll("[data-stegvis-needs-passkeys]")) {
    part.hidden = !window.PublicKeyCredential;
  }

  for (const button of document.querySelectorAll("[data-stegvis-passkey]")) {
    const fault = document.getElementById(button.dataset.fault);
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      fault.hidden = true;
      try {
        await asked(button);
      } catch {
        fault.hidden = false;
      }
    });
  }
})();
