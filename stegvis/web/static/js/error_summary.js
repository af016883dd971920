// A form that was refused: the list of what is wrong gets the focus, so that it is read first.
document.querySelector("[data-stegvis-error-summary]")?.focus();
