// Sends a large file in pieces and goes on where it broke off. Without this file the form is sent as it is.
(() => {
  "use strict";
  const PIECE = 4 * 1024 * 1024; // A multiple of the 64 KiB the server seals at once.
  const SMALL = 1024 * 1024;
  const TRIES = 40;
  const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

  // One question to the server; what it says, or nothing where the line is down.
  const ask = async (form, file, fields, piece) => {
    const body = new FormData();
    body.append("csrf", form.elements.csrf.value);
    body.append("size", file.size);
    body.append("name", file.name);
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    if (piece) body.append("piece", piece, "piece");
    try {
      const answer = await fetch(form.dataset.pieces, { method: "POST", body });
      if (answer.status === 429 || answer.status >= 500) return null;
      return await answer.json();
    } catch {
      return null;
    }
  };

  const send = async (form, file, say) => {
    let there = null; // What the server has of it, and what it calls it.
    for (let tries = 0; tries < TRIES; ) {
      if (!there) there = await ask(form, file, {}, null);
      if (there && there.message) return there.message;
      if (there && there.whole) return null;
      if (there) {
        say(there.at, "");
        const piece = file.slice(there.at, there.at + PIECE);
        const next = await ask(form, file, { file: there.file, at: there.at }, piece);
        if (next) tries = 0;
        there = next;
        if (next) continue;
      }
      tries += 1;
      say(null, form.dataset.sayGone);
      await pause(Math.min(10, tries));
    }
    return form.dataset.sayFailed;
  };

  document.querySelectorAll("form[data-pieces]").forEach((form) => {
    const input = form.querySelector("input[type=file]");
    const part = form.querySelector("[data-sending]");
    const bar = part.querySelector("progress");
    const words = part.querySelector("[role=status]");
    form.addEventListener("submit", async (event) => {
      const file = input.files[0];
      if (!file || file.size < SMALL) return;
      event.preventDefault();
      event.stopPropagation();
      if (!part.hidden) return;
      const button = event.submitter;
      part.hidden = false;
      bar.max = file.size;
      const problem = await send(form, file, (at, text) => {
        if (at !== null) bar.value = at;
        words.textContent = text || form.dataset.saySent.replace("0", Math.floor((100 * bar.value) / file.size));
      });
      if (problem) {
        words.textContent = problem;
        bar.hidden = true;
        input.value = "";
        input.focus();
        return;
      }
      input.value = "";
      if (button && button.value === "continue") return form.requestSubmit(button);
      location.assign(form.dataset.after);
    });
    input.addEventListener("change", () => {
      part.hidden = true;
      bar.hidden = false;
    });
  });
})();
