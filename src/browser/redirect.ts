/**
 * Leads on from a live blog's old address, to the same post: the refresh in the markup, which does it for readers without
 * JavaScript, forgets what stands after the `#`. The page holds one link, to the new address.
 */
{
  const link = document.querySelector<HTMLAnchorElement>("a[href]");
  if (link) location.replace(link.href + location.hash);
}
