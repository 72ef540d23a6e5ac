import sys,time
sys.path.insert(0,'.')
from scripts.pages.drawings import *
from scripts.pages.draw import draw
from pathlib import Path
out=Path('/tmp/w2/fig12'); out.mkdir(exist_ok=True)
for d in all_drawings():
    if d.article!='handwritten-digits' or len(sys.argv)>1 and d.name not in sys.argv[1:]: continue
    t=time.time()
    try:
        for n,b in draw(d).items(): (out/n).write_bytes(b); print(n,len(b),f"{time.time()-t:.2f}s")
    except Exception as e: print("ERR",e)
