// A page's script ends when its page is left. Here one page is written in another's place and the window stays, so what
// a script still waits for is let go by hand: else a draft that is checked as one types is sent to the page that came
// after.
const waited = new Set();
let turn = 0; // which page is there

for (const name of ["setTimeout", "setInterval"]) {
  const begin = window[name].bind(window);
  window[name] = (...told) => {
    const id = begin(...told);
    waited.add(id);
    return id;
  };
}

export function endScripts() { // of the page that is left: no clock of theirs goes on, no answer reaches them
  turn += 1;
  for (const id of waited) clearTimeout(id); // an interval's as well: they are numbered together
  waited.clear();
}

export async function answerWhileHere(answer) {
  const asked = turn, found = await answer;
  return asked === turn ? found : new Promise(() => {});
}
