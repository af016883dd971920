// A page that could not be shown is shown as soon as it can be.
// [data-stegvis-try-again] holds the seconds between two tries.

(() => {
  "use strict";

  const pause = Number(document.querySelector("[data-stegvis-try-again]").dataset.stegvisTryAgain);

  const again = async () => {
    try {
      const answer = await fetch(location.href);
      if (answer.status !== 503) {
        location.reload();
        return;
      }
    } catch {
      // the server itself does not answer: as if it had said so
    }
    setTimeout(again, pause * 1000);
  };

  setTimeout(again, pause * 1000);
})();
