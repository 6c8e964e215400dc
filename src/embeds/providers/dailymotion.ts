import type { Provider } from "../../model/embed.ts";
import { feedsweep, hostOf, isHost, PLAYER, parameter, ref, segments, tarteaucitron, USUAL, WIDE } from "./common.ts";

const HOSTS = ["dailymotion.com", "dailymotion.co.uk", "dailymotion.es", "dailymotion.fr", "dailymotion.it"];
const ID = /^[\da-zA-Z]{5,20}$/;

/** Dailymotion. Its older frame addresses redirect to the player's, so both hosts must be allowed. */
export const dailymotion: Provider = {
  ...USUAL,
  key: "dailymotion",
  name: "Dailymotion",
  printed: ["Dailymotion"],
  kind: "video",
  policies: { company: null, cookies: null, privacy: tarteaucitron("https://www.dailymotion.com/legal/privacy") },
  behaviour: feedsweep("dailymotion"),
  match(url) {
    if (!isHost(url, ...HOSTS, "dai.ly")) return null;
    const parts = segments(url);
    const id = isHost(url, "dai.ly")
      ? (parts[0] ?? "")
      : hostOf(url) === "geo.dailymotion.com"
        ? (parameter(url, "video", ID) ?? "")
        : parts.includes("video")
          ? (parts[parts.indexOf("video") + 1]?.split("_")[0] ?? "")
          : "";
    return ID.test(id) ? ref("video", id) : null;
  },
  frame: ({ id }) => `https://geo.dailymotion.com/player.html?video=${id}`,
  original: ({ id }) => `https://www.dailymotion.com/video/${id}`,
  frameOrigins: ["https://geo.dailymotion.com", "https://www.dailymotion.com"],
  size: () => WIDE,
  allow: PLAYER,
};
