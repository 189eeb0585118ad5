// The first page, before anything else is here: what is typed is kept at once, and looked at for words of self-harm.
// The whole program looks again, and closer, when the text is handed over. This look rather shows the lines once too often.
(() => {
  "use strict";
  const KEPT = "onward:first";
  const HEAVY = new RegExp([
    "suicid", "kill(ing)? my ?self", "end(ing)? (it all|my life)", "want to die", "wanna die", "wish i (was|were) dead", "better off (dead|without me)",
    "don.?t want to (live|be here|wake up)", "no reason to live", "hurt(ing)? my ?self", "self.?harm", "can.?t go on", "take my (own )?life",
    "umbringen", "selbstmord", "suizid", "nicht mehr leben", "will sterben", "leben nehmen", "tot w[aä]re",
    "me tuer", "mourir", "en finir", "plus envie de vivre", "matarme", "morirme?", "quitarme la vida", "no quiero vivir",
    "uccider", "ammazzarmi", "morire", "farla finita", "togliermi la vita", "zelfmoord", "dood wil", "wil dood", "niet meer leven",
    "me matar", "morrer", "tirar a (minha )?vida", "acabar com tudo",
  ].join("|"), "i");
  const box = document.getElementById("what"), heavy = document.getElementById("heavy"), lines = document.getElementById("lines");
  const store = { get: () => { try { return localStorage.getItem(KEPT) ?? ""; } catch { return ""; } },
    set: (text) => { try { localStorage.setItem(KEPT, text); } catch { /* a browser that keeps nothing */ } } };
  const look = () => {
    const is = HEAVY.test(box.value.normalize("NFC"));
    if (is && heavy.hidden) lines.open = true;
    heavy.hidden = !is;
  };
  for (const icon of document.querySelectorAll("link[rel=icon]")) icon.href = icon.href; // whole, because the address will be another
  if (!box.value) box.value = store.get();
  look();
  box.addEventListener("input", () => { store.set(box.value); look(); });
  document.getElementById("first").addEventListener("submit", (event) => event.preventDefault());
})();
