// Plays the clip that came into view last, and only that one; its still shows through until then.
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const clips = [...document.querySelectorAll("figure.clip video")];

function startOrStop(entries) {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) target.pause();
    else if (!calm.matches) target.play().catch(() => {}); // refused: its controls are there
  }
}

function pauseOthers({ target }) {
  for (const clip of clips) if (clip !== target) clip.pause();
}

const observer = new IntersectionObserver(startOrStop, { threshold: 0.6 });
for (const clip of clips) {
  clip.addEventListener("play", pauseOthers);
  observer.observe(clip);
}
