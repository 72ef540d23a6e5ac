// The stylesheet shows a meaning while its word is pointed at or has the focus. Here, Escape puts it
// away until the word is left, and the first tap of a finger shows it; the second follows the link.
const words = [...document.querySelectorAll(".explained")];

for (const word of words) {
  const again = () => word.classList.remove("dismissed");
  word.addEventListener("pointerleave", again);
  word.addEventListener("focusout", again);
  word.addEventListener("click", (event) => {
    if (event.pointerType !== "touch" || word.classList.contains("tapped")) return;
    event.preventDefault();
    word.classList.remove("dismissed");
    word.classList.add("tapped");
  });
}

addEventListener("pointerdown", ({ target }) => {
  for (const word of words) if (!word.contains(target)) word.classList.remove("tapped");
});

addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const word of words) {
    word.classList.remove("tapped");
    if (word.matches(":hover, :focus-within")) word.classList.add("dismissed");
  }
});
