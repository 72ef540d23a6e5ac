// Plays the clip that came into view last, and only that one. Its still shows until it plays, and
// who wants less motion gets a button instead.
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const clips = [...document.querySelectorAll("figure.clip video")];

const SETTLED = 500; // ms in view: a clip that one only scrolls past is not fetched
const waiting = new Map();

function startOrStop(entries) {
  for (const { target, isIntersecting } of entries) {
    clearTimeout(waiting.get(target));
    if (!isIntersecting) target.pause();
    else if (!calm) waiting.set(target, setTimeout(start, SETTLED, target));
  }
}

function start(clip) {
  clip.play().catch(() => offer(clip)); // a browser may refuse
}

function offer(clip) {
  if (clip.parentElement.querySelector("button")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Play";
  button.addEventListener("click", () => clip.play());
  clip.addEventListener("playing", () => button.remove(), { once: true });
  clip.after(button);
}

function begin({ target }) {
  if (target.paused) return; // another clip began in the meantime
  target.classList.add("started");
  for (const clip of clips) if (clip !== target) clip.pause();
}

const observer = new IntersectionObserver(startOrStop, { threshold: 0.6 });
for (const clip of clips) {
  clip.addEventListener("playing", begin);
  observer.observe(clip);
  if (calm) offer(clip);
}
