// Hamlet works without this file; it only saves people a reload and a second click.
(() => {
  "use strict";

  // A part with data-live="2" is fetched again every 2 seconds until the server sends it without;
  // aria-busy keeps it from being read out at each turn, and what has the focus is left alone.
  const refresh = async (part) => {
    if (document.hidden || part.contains(document.activeElement)) return watch(part);
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.getElementById(part.id);
      if (!answer.ok || !next) return location.reload();
      part.replaceChildren(...next.childNodes);
      if (next.dataset.live) return watch(part);
      part.removeAttribute("data-live");
      part.removeAttribute("aria-busy");
    } catch {
      watch(part); // The network is away: try again at the next turn.
    }
  };
  const watch = (part) => {
    part.classList.add("watched");
    setTimeout(() => refresh(part), Math.max(1, Number(part.dataset.live)) * 1000);
  };
  document.querySelectorAll("[data-live]").forEach(watch);

  // A form is sent once: a second click within five seconds is a slip.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 5000);
  });

  // Whoever has to leave at once finds the other site in the place of this page, not after it.
  document.querySelectorAll("a[data-leave]").forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      location.replace(link.href);
    });
  });
})();
