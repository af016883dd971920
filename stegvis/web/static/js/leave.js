// Leaves at once: signs out, and puts the neutral page in the place of this one in the history.
// [data-stegvis-leave] on the form holds the address of the neutral page; Escape leaves too.

(() => {
  "use strict";

  const form = document.querySelector("[data-stegvis-leave]");

  const leave = async () => {
    document.body.hidden = true;
    try {
      await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
    } finally {
      location.replace(form.dataset.stegvisLeave);
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      leave();
    }
  });
})();
