import{Aa as e,Ba as a,E as l,N as t,r,u as s}from"./app.js";function n(n,i){let o="",c=0,p=null,m=()=>{let e=i.options(o.trim()).slice(0,50),a=e.some(e=>e.label.toLowerCase()===o.trim().toLowerCase());return{found:e,makes:!!i.create&&""!==o.trim()&&!a}},u=a=>{let{found:l,makes:t}=m();if(a<l.length)i.choose(l[a]);else{if(!t)return;i.create?.run(o.trim())}if(!i.several)return e();o="",p?.()},$=e=>{if(e.isComposing||229===e.keyCode)return;let{found:a,makes:l}=m(),t=a.length+Number(l);"ArrowDown"===e.key||"ArrowUp"===e.key?(e.preventDefault(),c=t?(c+("ArrowDown"===e.key?1:-1)+t)%t:0,p?.(),document.getElementById(`picker-${c}`)?.scrollIntoView({block:"nearest"})):"Enter"===e.key&&(e.preventDefault(),u(c))};p=a(n,i.label,()=>{let{found:e,makes:a}=m(),n=e.length+Number(a);c=Math.max(0,Math.min(c,n-1));let k=(e,a,l)=>r`<li
id="picker-${e}"
class="menu-item ${e===c?"picked":""}"
role="option"
aria-selected=${l}
@pointerdown=${e=>e.preventDefault()}
@click=${()=>u(e)}
>
${a}
</li>`;return r`<input
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
.value=${l(o)}
@input=${e=>{o=e.target.value,c=0,p?.()}}
@keydown=${$}
/>
<ul class="picker-list" id="picker-list" role="listbox" aria-label=${i.label} aria-multiselectable=${!!i.several}>
${e.map((e,a)=>k(a,r`${e.mark?r`<span class="menu-mark">${e.mark}</span>`:s}<span class="menu-label">${e.label}${e.more?r`<small class="menu-more">${e.more}</small>`:s}</span>${e.hint?r`<span class="menu-hint">${e.hint}</span>`:s}${e.checked?r`<span class="menu-check">${t("check")}</span>`:s}`,!!e.checked))}
${a?k(e.length,r`<span class="menu-mark">${t("plus")}</span><span class="menu-label">${i.create?.label(o.trim())}</span>`,!1):s}
</ul>
${n?s:r`<p class="picker-nothing" role="status">${i.nothing}</p>`}`})}export{n as a};
