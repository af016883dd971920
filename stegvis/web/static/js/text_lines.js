// A link that names a line of the text above or below takes the cursor to that line.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-stegvis-line]");
  if (!link) return;
  const field = document.querySelector(link.getAttribute("href"));
  if (!field) return;
  event.preventDefault();
  const lines = field.value.split("\n");
  const number = Math.min(Number(link.dataset.stegvisLine), lines.length) - 1;
  const start = lines.slice(0, number).join("\n").length + (number > 0 ? 1 : 0);
  field.focus();
  field.setSelectionRange(start, start + lines[number].length);
  field.scrollTop = (number - 5) * (field.scrollHeight / lines.length);
});
