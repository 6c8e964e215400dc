/** Listens to the reader, to the frames and to other tabs. */

function start(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-do]:not([data-do=stop]), [data-scripted]"))
    button.hidden = false;
  const deeds: Deeds = { ...embedDeeds, ...settingsDeeds };
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-do]") : null;
    const about = button?.closest<HTMLElement>("[data-embed], [data-party], [data-stray]") ?? button;
    if (button && about) deeds[button.dataset["do"] ?? ""]?.(about, button);
  });
  addEventListener("message", ({ source, origin, data }) => {
    const open = byWindow.get(source);
    if (!open?.measure || origin !== open.origin) return;
    const height = heightIn(data, open.measure);
    if (height === null) return;
    answer(open);
    settle(open, height);
  });
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective !== "frame-src" || !URL.canParse(blockedURI)) return;
    for (const open of framed) if (open.origin === new URL(blockedURI).origin) fail(open);
  });
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) reflect();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) reflect();
  });
  // A signal is neither yes nor no to a click (T15): it is only told that nothing is shared without one.
  const gpc = document.querySelector<HTMLElement>("[data-gpc]");
  if (gpc) gpc.hidden = !("globalPrivacyControl" in navigator && navigator.globalPrivacyControl);
  reflect();
  const state = () => Object.fromEntries([...remembered()].map(([party, { at, until }]) => [party, { at, until }]));
  Object.assign(window, { embeds: { state, allow, revoke } });
}
if (desk) start();
