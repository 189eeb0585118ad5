// The first page, before anything else is here: what is typed is kept at once, and looked at for words of self-harm.
// The whole program looks again, and closer, when the text is handed over. This look shows the lines once too often
// rather than once too little.
import { own } from "./{{own.js}}";

const HEAVY = new RegExp({{heavy}}, "i");
const box = document.getElementById("what"), heavy = document.getElementById("heavy");

function keep(text) {
  try { localStorage.setItem(`${own}:first`, text); } catch { /* a browser that keeps nothing */ }
}

function findKept() {
  try { return localStorage.getItem(`${own}:first`) ?? ""; } catch { return ""; }
}

function look() {
  const is = HEAVY.test(box.value.normalize("NFC"));
  if (is && heavy.hidden) document.getElementById("lines").open = true;
  heavy.hidden = !is;
}

for (const icon of document.querySelectorAll("link[rel=icon]")) icon.href = icon.href; // whole: the address changes
if (!box.value) box.value = findKept();
look();
box.addEventListener("input", () => { keep(box.value); look(); });
document.getElementById("first").addEventListener("submit", (event) => event.preventDefault());
