// Small comforts. Every page works without this file.
(() => {
  "use strict";
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

  // keys: n adds, / searches, t today, ? help; whoever speaks to the computer can turn them off
  const quiet = () => localStorage.getItem("onward:keys") === "off";
  const places = { n: "jobs/add/", "/": "find/", t: "", p: "practice/", "?": "help/keys/" };
  const go = (place) => { // by a link, as a finger would: in a browser’s own Onward nothing is loaded then
    const link = Object.assign(document.createElement("a"), { href: document.body.dataset.root + place });
    document.body.append(link);
    link.click();
    link.remove();
  };
  document.addEventListener("keydown", (event) => {
    if (quiet() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const place = places[event.key];
    if (place !== undefined) { event.preventDefault(); go(place); }
  });
  const turn = document.querySelector("[data-keys]");
  if (turn) {
    const say = () => { turn.textContent = quiet() ? "Turn the letters on" : "Turn the letters off"; };
    turn.hidden = false; say();
    turn.addEventListener("click", () => { localStorage.setItem("onward:keys", quiet() ? "on" : "off"); say(); });
  }
  if (location.hash === "#search") document.getElementById("search")?.focus();

  // finds as one types: <input data-finds="#part"> asks as its form would, and shows that part anew
  for (const box of document.querySelectorAll("[data-finds]")) {
    let waits, asked = 0;
    if (!box.value) box.focus();
    box.addEventListener("input", () => {
      clearTimeout(waits);
      waits = setTimeout(async () => {
        const turn = ++asked, where = `${box.form.action}?${new URLSearchParams(new FormData(box.form))}`;
        const answer = await fetch(where).catch(() => null);
        if (!answer?.ok || turn !== asked) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (page.querySelector("[data-somebody]")) { box.form.requestSubmit(); return; }
        const now = document.querySelector(box.dataset.finds), next = page.querySelector(box.dataset.finds);
        if (!now || !next || turn !== asked) return;
        now.replaceChildren(...next.childNodes);
        history.replaceState(null, "", where);
      }, 150);
    });
  }

  // copy: <button data-copy="#id"> copies the value or text of the element
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = document.querySelector(button.dataset.copy);
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      const said = button.nextElementSibling;
      if (said?.matches("[role=status]")) said.textContent = "Copied.";
    });
  }

  // checks as one types: <textarea data-checks="#part"> sends its form as “Check it” would, and shows that part anew
  for (const box of document.querySelectorAll("[data-checks]")) {
    let waits, asked = 0;
    box.addEventListener("input", () => {
      clearTimeout(waits);
      waits = setTimeout(async () => {
        const turn = ++asked, form = new FormData(box.form);
        form.set("do", "check");
        const answer = await fetch(box.form.action, { method: "POST", body: form }).catch(() => null);
        if (!answer?.ok || turn !== asked) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const now = document.querySelector(box.dataset.checks), next = page.querySelector(box.dataset.checks);
        if (now && next && turn === asked) now.replaceChildren(...next.childNodes);
        const link = document.getElementById("mailto"), fresh = page.getElementById("mailto");
        if (link && fresh) link.href = fresh.href;
      }, 900);
    });
  }

  // reminders by the system, where they were turned on in this browser; each is shown once
  const reminds = () => localStorage.getItem("onward:reminds");
  const remind = async () => {
    if (!reminds() || !("Notification" in window) || Notification.permission !== "granted") return;
    const answer = await fetch(reminds()).catch(() => null);
    if (!answer?.ok) return;
    const { reminders } = await answer.json();
    const shown = JSON.parse(localStorage.getItem("onward:reminded") || "[]");
    for (const one of reminders) if (!shown.includes(one.key)) new Notification("Onward", { body: one.says, tag: one.key });
    localStorage.setItem("onward:reminded", JSON.stringify(reminders.map((one) => one.key)));
  };
  const wanted = document.querySelector("[data-reminds]");
  if (wanted && "Notification" in window && Notification.permission !== "denied") {
    const say = () => { wanted.textContent = reminds() ? "Stop reminding me here" : "Remind me here"; };
    wanted.hidden = false; say();
    wanted.addEventListener("click", async () => {
      const on = !reminds() && (await Notification.requestPermission()) === "granted";
      if (on) localStorage.setItem("onward:reminds", wanted.dataset.reminds);
      else localStorage.removeItem("onward:reminds");
      wanted.nextElementSibling.textContent = on ? "It is on." : "It is off.";
      say(); remind();
    });
  }
  remind();
  setInterval(remind, 15 * 60 * 1000);

  // print: <button data-print>
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // ranges say their number: <input type=range data-says="#id">
  for (const range of document.querySelectorAll("[data-says]")) {
    const say = () => { document.querySelector(range.dataset.says).textContent = range.value; };
    range.addEventListener("input", say); say();
  }

  // one sentence in a box of two lines: Enter sends it, as in a box of one
  for (const box of document.querySelectorAll("[data-sentence]")) {
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      box.form.requestSubmit(box.form.querySelector("button:not([name])"));
    });
  }

  // drop a file anywhere on <form data-drop>
  for (const form of document.querySelectorAll("form[data-drop]")) {
    const input = form.querySelector("input[type=file]");
    form.addEventListener("dragover", (event) => event.preventDefault());
    form.addEventListener("drop", (event) => { event.preventDefault(); input.files = event.dataTransfer.files; });
  }

  // what was typed survives a wrong link or a reload, until it is sent: <form data-keep="name">; not beside [data-somebody]
  const keeps = !document.querySelector("[data-somebody]"), isExample = document.querySelector(".example");
  for (const form of document.querySelectorAll("form[data-keep]")) {
    const key = `onward:${form.dataset.keep}`;
    if (isExample) continue; // it may stand in the place of one's own search
    if (!keeps) { sessionStorage.removeItem(key); continue; }
    const boxes = [...form.querySelectorAll("textarea, input[type=text]")];
    const kept = JSON.parse(sessionStorage.getItem(key) || "{}");
    for (const box of boxes) if (!box.value && kept[box.name]) box.value = kept[box.name];
    form.addEventListener("input", () => sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(boxes.map((b) => [b.name, b.value])))));
    form.addEventListener("submit", () => sessionStorage.removeItem(key));
  }
})();
