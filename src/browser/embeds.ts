/**
 * Loads an embed when its reader says so, and takes it away again. Without this script a page is whole: the buttons
 * stay hidden and the plain link to the original remains. Facts about providers stand in the markup, not here.
 */
{
  const SANDBOX = [
    ...["allow-scripts", "allow-same-origin", "allow-popups", "allow-popups-to-escape-sandbox"],
    ...["allow-forms", "allow-presentation", "allow-storage-access-by-user-activation"],
  ].join(" ");

  const frameFor = ({ dataset }: HTMLElement): HTMLIFrameElement => {
    const frame = document.createElement("iframe");
    frame.title = dataset["name"] ?? "";
    frame.setAttribute("sandbox", SANDBOX);
    frame.allow = dataset["allow"] ?? "";
    frame.referrerPolicy = dataset["referrer"] === "no-referrer" ? "no-referrer" : "strict-origin-when-cross-origin";
    if (dataset["ratio"]) frame.style.aspectRatio = dataset["ratio"];
    else frame.style.height = `${Number(dataset["height"])}px`;
    // Last of all: everything above must hold before the first request.
    frame.src = dataset["frame"] ?? "";
    return frame;
  };

  const wire = (embed: HTMLElement): void => {
    const ask = embed.querySelector<HTMLElement>(".ask");
    const slot = embed.querySelector<HTMLElement>(".slot");
    const show = embed.querySelector<HTMLButtonElement>("[data-show]");
    const hide = embed.querySelector<HTMLButtonElement>("[data-hide]");
    const status = embed.querySelector<HTMLElement>("[role=status]");
    if (!ask || !slot || !show || !hide || !status) return;
    show.hidden = false;
    show.addEventListener("click", () => {
      const frame = frameFor(embed);
      frame.addEventListener("load", () => {
        status.textContent = `${embed.dataset["name"]} shown`;
      });
      status.textContent = `${embed.dataset["name"]} is loading`;
      show.hidden = true;
      slot.append(frame);
      slot.hidden = false;
      // The slot, not the frame: a frame focused before it has loaded makes Tab skip what is in it.
      slot.focus();
    });
    hide.addEventListener("click", () => {
      slot.querySelector("iframe")?.remove();
      slot.hidden = true;
      show.hidden = false;
      show.focus();
      status.textContent = `${embed.dataset["name"]} hidden`;
    });
  };

  for (const embed of document.querySelectorAll<HTMLElement>(".embed[data-frame]")) wire(embed);
}
