// What runs: a cell says so itself; in a docstring's session it is what follows the prompts.
function statements(block, code) {
  if (block.dataset.copy) return block.dataset.copy;
  if (!code.textContent.startsWith(">>> ")) return code.textContent;
  const prompted = code.textContent.split("\n").filter((line) => /^(>>>|\.\.\.)( |$)/.test(line));
  return prompted.map((line) => line.slice(4)).join("\n");
}

// A button on each code block; a cell says itself, in data-copy, which of its lines are statements.
for (const block of document.querySelectorAll(".highlight:not(.no-copy)")) {
  const code = block.querySelector("code");
  if (!code || block.parentElement.closest(".highlight")) continue;
  const button = document.createElement("button");
  button.className = "copy";
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(statements(block, code).trimEnd());
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  block.append(button);
}
