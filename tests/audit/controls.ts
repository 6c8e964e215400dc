/**
 * Pages that make a browser ask `evil.test` for something, in ways that a quick look misses. The browser test loads each
 * of them in Chromium as well, so that the list itself is proven.
 */
export const TRICKY: readonly string[] = [
  // Where a comment ends.
  '<!--><img src="https://evil.test/p.gif"> -->',
  '<!---><img src="https://evil.test/p.gif"> -->',
  '<!-- --!><img src="https://evil.test/p.gif"> -->',
  '<!-- <!-- --><img src="https://evil.test/p.gif"> -->',
  '<?php "><img src="https://evil.test/p.gif"> ?>',
  '</ a="><img src="https://evil.test/p.gif">',
  '<![CDATA[ ><img src="https://evil.test/p.gif"> ]]>',
  // Where an attribute and its value end.
  '<img/src="https://evil.test/p.gif"/>',
  '<img =a src="https://evil.test/p.gif">',
  "<img a=b'c src='https://evil.test/p.gif'>",
  '<img alt="a"src="https://evil.test/p.gif">',
  '<img src="&#00000000104;ttps&colon;&sol;&sol;evil.test/p.gif">',
  // Where a script, a style, a title ends.
  '<script><!-- </script><img src="https://evil.test/p.gif"> --></script>',
  '<script><!--<script></script>--></script><img src="https://evil.test/p.gif">',
  '<script><!--><script></script><img src="https://evil.test/p.gif"></script>',
  '<style></stylex>a{}</style ><img src="https://evil.test/p.gif">',
  '<title></title/><img src="https://evil.test/p.gif">',
  '<noscript><!-- </noscript><img src="https://evil.test/p.gif"> -->',
  // What SVG and MathML read otherwise.
  '<svg><title><image href="https://evil.test/p.gif"/></title></svg><svg><style><b><img src="https://evil.test/p.gif"></b></style></svg>',
  '<svg><style>@im<!-- -->port "https://evil.test/s.css";</style></svg>',
  '<svg><style>@im<![CDATA[port "https://evil.test/s.css";]]></style></svg>',
  '<math><mtext><style></mtext></style><img src="https://evil.test/p.gif"></mtext></math>',
  '<svg><desc><img src="https://evil.test/p.gif"></desc></svg>',
  '<svg><template><image href="https://evil.test/p.png"/></template></svg>',
  '<svg><foreignObject><p><img src="https://evil.test/p.gif"></p></foreignObject></svg>',
  '<template><p></template><img src="https://evil.test/p.gif">',
  // Lists of pictures.
  '<img srcset="a.jpg 9x,https://evil.test/b.jpg 1x">',
  '<img srcset="https://evil.test/b.jpg,">',
  '<img srcset=",,https://evil.test/b.jpg 1x">',
  // Stylesheets.
  "<style>@\\69mport 'https://evil.test/s.css';</style>",
  "<style>@import/**/'https://evil.test/s.css';</style>",
  "<style>@import\nurl(https://evil.test/s.css);</style>",
  "<style>p { background: \\75rl(https://evil.test/p.png) }</style><p>",
  '<style>p { --a: "/*"; background: url(https://evil.test/p.png); --b: "*/" }</style><p>',
  "<style>p { background: url( /* ) } p { background: url(https://evil.test/p.png) } /* */</style><p>",
  '<style>p { background: image-set("a.png" 3x, "https://evil.test/p.png" 1x) }</style><p>',
  '<style>p { background: -webkit-image-set(url(a.png) 3x, url("https://evil.test/p.png") 1x) }</style><p>',
  "<style>p { background: url('https://evil.test/\\\np.png') }</style><p>",
  "<style>p { background: url(https\\3a //evil.test/p.png) }</style><p>",
  '<style>p { background: url("https://evil.test/p.png</style><p>',
  '<p style="background: u&#92;72l(https://evil.test/p.png)">',
  // A page that moves on.
  '<meta http-equiv=refresh content="0 https://evil.test/">',
  "<meta http-equiv=refresh content=\"0,'https://evil.test/'\">",
  '<meta http-equiv=refresh content="\t.5\n;\tURL\n=\nhttps://evil.test/">',
  // Documents within documents.
  "<iframe src=\"data:text/html,<img src='https://evil.test/p.gif'>\"></iframe>",
  '<iframe src="data:text/html;base64,PGltZyBzcmM9Imh0dHBzOi8vZXZpbC50ZXN0L3AuZ2lmIj4="></iframe>',
  '<iframe src="data:text/html,%3Cimg%20src=https://evil.test/p.gif%3E"></iframe>',
  '<object data="data:text/html,<img src=https://evil.test/p.gif>"></object>',
  "<embed src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='https://evil.test/p.gif'/></svg>\">",
  "<link rel=stylesheet href=\"data:text/css,@import 'https://evil.test/s.css'\">",
  '<iframe srcdoc="<iframe srcdoc=&quot;<img src=https://evil.test/p.gif>&quot;>"></iframe>',
  // Attributes that are not thought of.
  '<video poster="https://evil.test/p.jpg"></video>',
  '<input type=image src="https://evil.test/p.gif">',
  '<video><source src="https://evil.test/v.mp4"></video>',
  '<link rel=preload as=image imagesrcset="https://evil.test/p.gif 1x">',
  '<table background="https://evil.test/p.gif"><tr><td>a</table>',
  '<image src="https://evil.test/p.gif">',
  '<svg><script href="https://evil.test/s.js"></script></svg>',
  '<svg><feImage href="https://evil.test/p.gif"/></svg><svg><filter id=f><feImage href="https://evil.test/p.gif"/></filter><rect width=9 height=9 filter="url(#f)"/></svg>',
];

/** The same for what Chromium does not do, or does later: other browsers, a click, a script, an older or newer version. */
export const ELSEWHERE: readonly string[] = [
  '<svg><rect width=9 height=9 filter="url(https://evil.test/f.svg#f)"/></svg>',
  '<svg><rect width=9 height=9 fill="u\\72l(https://evil.test/f.svg#f)"/></svg>',
  '<svg><path d="M0 0" marker-end="url(https://evil.test/f.svg#f)"/></svg>',
  '<svg><g mask="url(https://evil.test/f.svg#f)" clip-path="url(#here)"/></svg>',
  '<svg><g cursor="url(https://evil.test/c.png), auto"/></svg>',
  '<svg><image href="a.png"><set attributeName="href" to="https://evil.test/p.png"/></image></svg>',
  '<svg><image href="a.png"><animate attributeName="href" values="a.png; https://evil.test/p.png"/></image></svg>',
  "<svg><use href=\"data:image/svg+xml,<svg><image href='https://evil.test/p'/></svg>\"/></svg>",
  '<a href="/" attributionsrc="https://evil.test/">a</a>',
  '<portal src="https://evil.test/"></portal>',
  '<fencedframe src="https://evil.test/"></fencedframe>',
  '<video><track default src="https://evil.test/t.vtt"></video>',
  '<meta http-equiv="Link" content="<https://evil.test/>; rel=preload">',
  '<object><param name="movie" value="https://evil.test/m.swf"></object>',
  '<img src="file://evil.test/share/p.gif">',
  '<script type="importmap">{"imports":{"a":"https:\\u002f/evil.test/a.js"}}</script>',
  '<script type="speculationrules">{"prefetch":[{"urls":["\\u0068ttps://evil.test/"]}]}</script>',
  '<style>p { background: src("https://evil.test/p.png") }</style>',
];

/** What cannot be read with certainty, and is an error for that. */
export const UNCLEAR: readonly string[] = [
  '<div><svg></div><style><img src="https://evil.test/p.gif"></style>',
  '<select><title></select><img src="https://evil.test/p.gif"></title>',
  '<frameset><title><frame src="https://evil.test/"></title></frameset>',
  "<svg><foreignObject><div></foreignObject><style><!--</style></svg>",
  '<iframe src="data:text/html;charset=utf-7,+ADw-img"></iframe>',
  '<style>p { --a: "https://evil.test/p.png"; background: image-set(var(--a) 1x) }</style>',
  `<script type="speculationrules">{"prefetch":[{"where":{"not":{"href_matches":"/a"}}}]}</script><meta http-equiv="x-dns-prefetch-control" content="off"><a href="https://elsewhere.example/">a</a>`,
];

/** What looks as if it asked, and does not. */
export const QUIET: readonly string[] = [
  '<img srcset="a,https://evil.test/b.jpg 2x">',
  '<svg xmlns:svg="http://www.w3.org/2000/svg"><title>A <b>swan</b></title></svg><style>/* url(https://evil.test/) */</style>',
  "<style>@namespace svg url(http://www.w3.org/2000/svg); @namespace 'https://evil.test/';</style>",
  "<style>p::before { content: 'url(https://evil.test/p.png)' }</style><p>",
  "<style>p { background: url/**/(https://evil.test/p.png) }</style><p>",
  "<style>p { background: 'https://evil.test/p.png' }</style><p>",
  '<img alt="a" title=\'<img src="https://evil.test/">\'>',
  '<img src="a.gif" src="https://evil.test/p.gif">',
  '<a href="https://evil.test/" title="unclosed><img src=https://evil.test/>',
  "<plaintext><img src='https://evil.test/p.gif'>",
  '<meta http-equiv=refresh content="5"><meta http-equiv=refresh content="https://evil.test/">',
  '<svg><a href="https://evil.test/"><text>a</text></a></svg><meta http-equiv="x-dns-prefetch-control" content="off">',
  '<iframe src="data:text/plain,<img src=https://evil.test/p.gif>"></iframe>',
  '<img src="data:image/png;base64,AAAA">',
  '<script type="speculationrules">{"prefetch":[{"where":{"and":[{"href_matches":"/*"},{"not":{"href_matches":"/a"}}]}}]}</script>',
  '<script><!-- <script> </script> <img src="https://evil.test/p.gif"> --></script>',
];
