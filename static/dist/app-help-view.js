import{a as e}from"./with-app-fuzzy.js";import{J as a,N as s,ia as l,k as t,ka as o,r as i,u as r}from"./app.js";var n=["move","conversation","write","select","view","go","desk"],d=e=>o(e).map(e=>i`<kbd>${e}</kbd>`);function c({actions:c,keymap:p,settings:k,close:u}){let $=t("");return{forget:()=>$.value="",view:()=>{let t=(()=>{let s=p();return n.map(l=>({group:l,rows:Object.entries(c).filter(([e,a])=>a.group===l&&s.keyOf(e)).map(([e,l])=>({label:a(l.label),key:s.keyOf(e)})).filter(({label:a,key:s})=>e($.value,a,`${s} ${o(s).join("")}`))})).filter(({rows:e})=>e.length>0)})();return i`<div class="dialog-head">
<h2 id="dialog-title">${a("keys.title")}</h2>
<button class="icon-button" aria-label=${a("common.close")} @click=${u}>${s("x",18)}</button>
</div>
<div class="keys-find">
${s("search",16)}
<input
type="search"
autofocus
autocomplete="off"
spellcheck="false"
aria-label=${a("keys.find")}
placeholder=${a("keys.find")}
@input=${e=>$.value=e.target.value}
/>
</div>
<div class="keys-groups" tabindex="0" role="region" aria-labelledby="dialog-title">
${t.map(({group:e,rows:s})=>i`<section class="keys-group" aria-label=${a(`keys.group_${e}`)}>
<h3>${a(`keys.group_${e}`)}</h3>
<dl class="keys">
${s.map(({label:e,key:a})=>i`<div>
<dt>${e}</dt>
<dd>${d(a)}</dd>
</div>`)}
</dl>
</section>`)}
${t.length?r:i`<p class="dialog-note" role="status">${a("keys.nothing")}</p>`}
</div>
<p class="dialog-note">
${a(l?"keys.note_mac":"keys.note")}
${k?i` <a href=${k}>${a("keys.change")}</a>`:r}
</p>`}}}export{c as createHelp,d as keysView};
