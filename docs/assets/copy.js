// A button on each code block; a cell says itself, in data-copy, which of its lines are statements.
for (const block of document.querySelectorAll(".highlight:not(.no-copy)")) {
  const code = block.querySelector("code");
  if (!code || block.parentElement.closest(".highlight")) continue;
  const button = document.createElement("button");
  button.className = "copy";
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText((block.dataset.copy ?? code.textContent).trimEnd());
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  block.append(button);
}
