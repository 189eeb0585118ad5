"use strict";
// Reading needs none of this. It saves what was written beside the items as a file, or as words for a mail. It asks nobody.
const told = JSON.parse(document.getElementById("packet").textContent);
const find = (id) => document.getElementById(id);
const pad = (number) => String(number).padStart(2, "0");
const now = new Date();
const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
for (const one of document.querySelectorAll(".with-script")) one.hidden = false;
for (const one of document.querySelectorAll(".without-script")) one.hidden = true;
find("stale").hidden = today <= told.stale_on;

function list() {
  const boxes = [...document.querySelectorAll("textarea[data-item]")];
  return boxes.map((box) => ({ item: Number(box.dataset.item), text: box.value.trim() })).filter((one) => one.text);
}

function say(words) {
  find("said").textContent = words;
}

function title(number) {
  const one = told.items.find((item) => item.number === number);
  return one ? one.title.replace(/[\[\]]/g, "") : "All of it";
}

find("save").addEventListener("click", () => {
  const comments = list();
  if (!comments.length) return say("Nothing is written yet.");
  const by = find("by").value.trim();
  const made = { format: "onward comments", version: 1, packet: told.code, mark: told.mark, by, on: today, comments };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(made, null, 1)], { type: "application/json" }));
  link.download = `comments-${told.code}.json`;
  link.click();
  say(`Saved as ${link.download}, where your browser keeps what it saves. Send that file back.`);
});

find("words").addEventListener("click", () => {
  const comments = list();
  if (!comments.length) return say("Nothing is written yet.");
  const head = `Comments on packet ${told.code}\nFrom: ${find("by").value.trim()}\n`;
  const box = find("mail");
  box.value = head + comments.map((one) => `\n[${one.item}: ${title(one.item)}]\n${one.text}\n`).join("");
  find("mail-field").hidden = false;
  box.select();
  if (navigator.clipboard) navigator.clipboard.writeText(box.value).catch(() => {});
  say("Here are the words. Copy them into a mail and send it back.");
});
