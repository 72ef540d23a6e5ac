import sys
from pathlib import Path
from playwright.sync_api import sync_playwright
names=sys.argv[2:] ; scheme=sys.argv[1]
files=[p for p in sorted(Path('/tmp/w2/fig12').glob('*.svg')) if not names or p.stem in names]
ground={'light':'#fffdf8','dark':'#16181d'}[scheme]
html=f"<body style='background:{ground};color-scheme:{scheme};margin:8px;color:#888;font:11px sans-serif;display:grid;grid-template-columns:repeat(3,410px);gap:6px'>"+''.join(f"<div>{p.stem}<br><img src='{p.name}' width=400></div>" for p in files)
Path('/tmp/w2/fig12/look.html').write_text(html)
with sync_playwright() as p:
    b=p.chromium.launch(executable_path='/usr/bin/chromium',args=['--no-sandbox'])
    pg=b.new_page(viewport={'width':1260,'height':600},color_scheme=scheme); pg.goto('file:///tmp/w2/fig12/look.html'); pg.screenshot(path=f'/tmp/w2/fig12/look-{scheme}.png',full_page=True)
