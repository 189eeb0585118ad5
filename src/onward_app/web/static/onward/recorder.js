// Recording an answer, and listening to it. A card works without this file: aloud unrecorded, or in writing.
(() => {
  "use strict";
  const MOST = 10 * 60; // seconds; then it stops by itself
  const SORTS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

  // What browsers record doesn't say how long it is until it was read to its end: read it there once, quietly.
  const measure = (audio) => audio.addEventListener("loadedmetadata", () => {
    if (audio.duration !== Infinity) return;
    audio.addEventListener("durationchange", () => { audio.currentTime = 0; }, { once: true });
    audio.currentTime = 1e7;
  }, { once: true });
  for (const audio of document.querySelectorAll("audio[data-recorded]")) {
    measure(audio);
    if (audio.readyState > 0) audio.load();
  }

  for (const box of document.querySelectorAll("[data-recorder]")) {
    if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) continue;
    const find = (name) => box.querySelector(`[data-${name}]`);
    const [live, record, stop, discard, said, heard] = ["live", "record", "stop", "discard", "said", "heard"].map(find);
    const form = box.closest("form");
    const file = form.querySelector("input[type=file]");
    const length = form.querySelector("input[name=sound_seconds]");
    let recorder = null, ticking = 0, began = 0, sending = null;
    live.hidden = false;
    const seconds = () => (performance.now() - began) / 1000;
    const show = (recording, kept) => {
      record.hidden = recording; stop.hidden = !recording; discard.hidden = !kept; heard.hidden = !kept;
      record.textContent = kept ? "Record it again" : "Record it";
    };
    const forget = () => {
      URL.revokeObjectURL(heard.src); heard.removeAttribute("src");
      file.value = ""; length.value = "";
    };
    const keep = (sound, lasted) => {
      if (!sound.size) { // the microphone gave nothing yet; what is written goes on without it
        show(false, false);
        said.textContent = "Nothing was heard. Is the microphone on? In writing is as good.";
        return;
      }
      const ending = sound.type.includes("mp4") ? "m4a" : sound.type.includes("ogg") ? "ogg" : "webm";
      const carried = new DataTransfer();
      carried.items.add(new File([sound], `answer.${ending}`, { type: sound.type }));
      file.files = carried.files;
      length.value = Math.max(1, Math.floor(lasted));
      measure(heard);
      heard.src = URL.createObjectURL(sound);
      show(false, true);
      said.textContent = `Recorded, ${clock(lasted)}. Listen, or go on: it is kept when you go on.`;
    };
    const begin = async () => {
      forget(); show(false, false);
      let stream;
      try { stream = await navigator.mediaDevices.getUserMedia({ audio: true }); }
      catch { said.textContent = "The microphone can’t be used. Answer aloud unrecorded, or in writing: it is as good."; return; }
      const letGo = () => { for (const track of stream.getTracks()) track.stop(); };
      addEventListener("pagehide", letGo);
      if (!box.isConnected) { letGo(); return; } // the page was left while the browser asked
      const sort = SORTS.find((one) => MediaRecorder.isTypeSupported(one));
      recorder = new MediaRecorder(stream, { ...(sort && { mimeType: sort }), audioBitsPerSecond: 64000 });
      const heap = [];
      recorder.addEventListener("dataavailable", (event) => heap.push(event.data));
      recorder.addEventListener("stop", () => {
        const lasted = seconds();
        clearInterval(ticking);
        letGo();
        keep(new Blob(heap, { type: recorder.mimeType }), lasted);
        recorder = null;
        if (sending) { form.requestSubmit(sending); sending = null; }
      });
      recorder.start(1000);
      began = performance.now();
      show(true, false); stop.focus();
      said.textContent = "Recording.";
      ticking = setInterval(() => {
        box.dataset.clock = clock(seconds());
        stop.textContent = `Stop (${clock(seconds())})`;
        if (seconds() >= MOST) recorder?.stop();
      }, 500);
    };
    record.addEventListener("click", begin);
    stop.addEventListener("click", () => { recorder?.stop(); record.focus(); });
    discard.addEventListener("click", () => { forget(); show(false, false); said.textContent = "Thrown away; nothing was kept."; record.focus(); });
    form.addEventListener("submit", (event) => { // still recording: stop first, then go on with it
      if (!recorder) return;
      event.preventDefault();
      sending = event.submitter;
      recorder.stop();
    });
  }
})();
