// The name of a figure is put where the writing was: [data-stegvis-insert] holds the words.

(() => {
  "use strict";

  let latest = document.querySelector("[data-stegvis-autosave] textarea");

  document.addEventListener("focusin", (event) => {
    if (event.target.matches("[data-stegvis-autosave] textarea")) latest = event.target;
  });

  for (const button of document.querySelectorAll("[data-stegvis-insert]")) {
    button.hidden = !latest;
    button.addEventListener("click", () => {
      const { selectionStart: start, selectionEnd: end, value } = latest;
      const before = start && !/\s$/.test(value.slice(0, start)) ? " " : "";
      latest.setRangeText(before + button.dataset.stegvisInsert, start, end, "end");
      latest.dispatchEvent(new Event("input", { bubbles: true }));
      latest.closest("details")?.setAttribute("open", "");
      latest.focus();
    });
  }
})();
