import{Aa as e,E as a,N as l,r as t,u as r,za as s}from"./app.js";function n(n,i){let o="",c=0,p=null,m=()=>{let e=i.options(o.trim()).slice(0,50),a=e.some(e=>e.label.toLowerCase()===o.trim().toLowerCase());return{found:e,makes:!!i.create&&""!==o.trim()&&!a}},u=e=>{let{found:a,makes:l}=m();if(e<a.length)i.choose(a[e]);else{if(!l)return;i.create?.run(o.trim())}if(!i.several)return s();o="",p?.()},$=e=>{if(e.isComposing||229===e.keyCode)return;let{found:a,makes:l}=m(),t=a.length+Number(l);"ArrowDown"===e.key||"ArrowUp"===e.key?(e.preventDefault(),c=t?(c+("ArrowDown"===e.key?1:-1)+t)%t:0,p?.(),document.getElementById(`picker-${c}`)?.scrollIntoView({block:"nearest"})):"Enter"===e.key&&(e.preventDefault(),u(c))};p=e(n,i.label,()=>{let{found:e,makes:s}=m(),n=e.length+Number(s);c=Math.max(0,Math.min(c,n-1));let k=(e,a,l)=>t`<li
id="picker-${e}"
class="menu-item ${e===c?"picked":""}"
role="option"
aria-selected=${l}
@pointerdown=${e=>e.preventDefault()}
@click=${()=>u(e)}
>
${a}
</li>`;return t`<input
class="picker-field"
type="text"
role="combobox"
aria-label=${i.label}
aria-expanded="true"
aria-controls="picker-list"
aria-autocomplete="list"
aria-activedescendant=${n?`picker-${c}`:""}
placeholder=${i.placeholder}
autocomplete="off"
.value=${a(o)}
@input=${e=>{o=e.target.value,c=0,p?.()}}
@keydown=${$}
/>
<ul class="picker-list" id="picker-list" role="listbox" aria-label=${i.label} aria-multiselectable=${!!i.several}>
${e.map((e,a)=>k(a,t`${e.mark?t`<span class="menu-mark">${e.mark}</span>`:r}<span class="menu-label">${e.label}${e.more?t`<small class="menu-more">${e.more}</small>`:r}</span>${e.hint?t`<span class="menu-hint">${e.hint}</span>`:r}${e.checked?t`<span class="menu-check">${l("check")}</span>`:r}`,!!e.checked))}
${s?k(e.length,t`<span class="menu-mark">${l("plus")}</span><span class="menu-label">${i.create?.label(o.trim())}</span>`,!1):r}
</ul>
${n?r:t`<p class="picker-nothing" role="status">${i.nothing}</p>`}`})}export{n as a};
