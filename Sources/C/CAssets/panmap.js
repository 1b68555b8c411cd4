// Maps that can be panned and zoomed. Without this file the drawing and the table say the same.
(() => {
  "use strict";

  const show = async (box) => {
    const answer = await fetch(box.dataset.land);
    if (!answer.ok || !window.L) return;
    const land = await answer.json();
    if (!land.features.length) return;
    box.hidden = false;
    const map = L.map(box.querySelector(".panmap"), { scrollWheelZoom: false });
    map.attributionControl.setPrefix(false);
    if (box.dataset.tiles) {
      const credit = document.createElement("span");
      credit.textContent = box.dataset.credit;
      L.tileLayer(box.dataset.tiles, { attribution: credit.innerHTML, maxZoom: 19 }).addTo(map);
    }
    const style = ({ properties }) => ({
      className: `cell s${properties.shade}${properties.hotspot ? " hot" : ""}`,
    });
    map.fitBounds(L.geoJSON(land, { interactive: false, style }).addTo(map).getBounds());
  };
  document.querySelectorAll("[data-land]").forEach((box) => show(box).catch(() => {}));
})();
