// What scrolls sideways can be reached by keyboard, on a tablet too.
const boxes = "pre, math[display=block], .md-typeset__scrollwrap";

const wide = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

// Not before Material has put its wrappers around the tables.
addEventListener("DOMContentLoaded", () => {
  for (const box of document.querySelectorAll(boxes)) wide.observe(box);
});
