// What one writes is saved as a draft every few seconds, and told about beside the button.
// [data-stegvis-autosave] is the form; it is sent to its own address with act=draft.

(() => {
  "use strict";

  const WAIT = 2000; // after the last key
  const AGAIN = 10000; // when it could not be saved
  const waiting = new Map();

  const saidIn = (form) => form.querySelector("[data-stegvis-autosave-said]");

  const cookieToken = () => {
    const found = document.cookie.match(/(?:^|; )(?:__Host-csrf|stegvis_csrf)=([^;]+)/);
    return found ? found[1] : "";
  };

  const fieldsOf = (form) => {
    const fields = new URLSearchParams(new FormData(form));
    fields.delete("form_key");
    fields.set("act", "draft");
    return fields;
  };

  const tellSignedOut = (form) => {
    const link = document.createElement("a");
    link.href = form.dataset.signIn;
    link.target = "_blank";
    link.textContent = form.dataset.signInText;
    saidIn(form).replaceChildren(form.dataset.signedOut, " ", link);
  };

  const keep = async (form, { leaving = false } = {}) => {
    clearTimeout(waiting.get(form));
    waiting.delete(form);
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: fieldsOf(form),
        headers: { "X-CSRFToken": cookieToken(), Accept: "application/json" },
        redirect: "manual",
        keepalive: leaving,
      });
      if (answer.type === "opaqueredirect") {
        tellSignedOut(form);
        waiting.set(form, setTimeout(() => keep(form), AGAIN));
        return false;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      saidIn(form).textContent = (await answer.json()).said;
      return true;
    } catch {
      saidIn(form).textContent = form.dataset.lost;
      waiting.set(form, setTimeout(() => keep(form), AGAIN));
      return false;
    }
  };

  const keepAll = (but) => {
    for (const form of [...waiting.keys()]) if (form !== but) keep(form, { leaving: true });
  };

  for (const form of document.querySelectorAll("[data-stegvis-autosave]")) {
    form.addEventListener("input", () => {
      clearTimeout(waiting.get(form));
      waiting.set(form, setTimeout(() => keep(form), WAIT));
    });
    form.addEventListener("submit", async (event) => {
      if (event.submitter?.dataset.stegvisSure) return;
      event.preventDefault();
      clearTimeout(waiting.get(form));
      waiting.delete(form);
      keepAll(form);
      const discards = event.submitter?.value === "discard";
      if (!discards && !(await keep(form))) return;
      const token = form.elements.csrfmiddlewaretoken;
      if (token && cookieToken()) token.value = cookieToken();
      const button = event.submitter;
      if (button) button.dataset.stegvisSure = "yes";
      form.requestSubmit(button);
    });
  }

  window.addEventListener("pagehide", () => keepAll());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keepAll();
  });
})();
