import{E as e,J as a,M as t,N as l,r as i,s,u as r}from"./app.js";t({out:s`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,quote:s`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,drive:s`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,smartphone:s`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,more:s`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.5"/>`,pencil:s`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,split:s`<path d="M16 3h5v5"/><path d="M8 3H3v5"/><path d="M12 22v-8.3a4 4 0 0 0-1.172-2.872L3 3"/><path d="m15 9 6-6"/>`,up:s`<path d="m18 15-6-6-6 6"/>`,square:s`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:s`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:s`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`});var d={bubble:"message-circle",done:"circle-check",alert:"circle-alert",code:"code-xml",trash:"trash-2",down:"chevron-down"},n=(e,a=16)=>l(e in d?d[e]:e,a),o=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function c(e,a){let t=e.errors[a];return i`<p class="field-error" id="${o(a)}-error" role="alert">${t??""}</p>`}var p=(e,a,t)=>i`<div class="set-label"><label for=${a}>${e}</label>${t?i`<span class="field-hint">${t}</span>`:r}</div>`;function h(a,t,l){let s=o(t);return i`<div class="set-field">
${p(l.label,s,l.note)}
<div class="set-box">
<input
id=${s}
class="input ${l.mono?"mono":""}"
type=${l.type??"text"}
placeholder=${l.placeholder??r}
maxlength=${l.max??r}
autocomplete=${l.autocomplete??"off"}
inputmode=${l.inputmode??r}
?disabled=${l.disabled??!1}
aria-invalid=${a.errors[t]?"true":r}
aria-describedby="${s}-hint ${s}-error"
.value=${e(a.get(t)??"")}
@input=${e=>a.set(t,e.target.value)}
/>${l.tail??r}
</div>
<p class="field-hint" id="${s}-hint">${l.hint??r}</p>
${c(a,t)}
</div>`}function $(a,t,l){let s=o(t);return i`<div class="set-field">
${p(l.label,s,l.note)}
<textarea
id=${s}
class="input area ${l.mono?"mono":""}"
rows=${l.rows??3}
placeholder=${l.placeholder??r}
maxlength=${l.max??r}
aria-invalid=${a.errors[t]?"true":r}
aria-describedby="${s}-hint ${s}-error"
.value=${e(a.get(t)??"")}
@input=${e=>a.set(t,e.target.value)}
></textarea>
<p class="field-hint" id="${s}-hint">${l.hint??r}</p>
${c(a,t)}
</div>`}var u=(a,t,l,s,d)=>i`<span class="select"
><select id=${a} aria-label=${d??r} @change=${e=>s(e.target.value)}>
${t.map(a=>i`<option value=${a.value} ?selected=${e(a.value===l)}>${a.label}</option>`)}
</select></span
>`;function v(e,a,t){let l=o(a);return i`<div class="set-field">
${p(t.label,l,t.note)}
${u(l,t.options,String(e.get(a)),t=>e.set(a,t))}
<p class="field-hint">${t.hint??r}</p>
${c(e,a)}
</div>`}var m=(a,t,l,s,d=!1)=>i`<div class="set-switch">
<label class="switch"
><input
type="checkbox"
role="switch"
.checked=${e(a)}
?disabled=${d}
@change=${e=>t(e.target.checked)}
/><span>${l}</span></label
>
${s?i`<p class="field-hint">${s}</p>`:r}
</div>`,b=(e,a,t,l)=>m(!!e.get(a),t=>e.set(a,t),t,l),g=(e,a,t,l)=>i`<div class="segments" role="group" aria-label=${e}>
${a.map(e=>i`<button
type="button"
class="segment"
aria-pressed=${e.value===t}
aria-label=${e.title??r}
title=${e.title??r}
@click=${()=>l(e.value)}
>
${e.label}
</button>`)}
</div>`,f=(e,a,t,l)=>i`<section class="set-section">
<div class="set-head">
<div>
<h2>${e}</h2>
${t?i`<p>${t}</p>`:r}
</div>
${l??r}
</div>
${a}
</section>`,M=(a,t,l)=>i`<input
class="input time"
inputmode="numeric"
maxlength="5"
placeholder="09:00"
autocomplete="off"
aria-label=${a}
.value=${e(t)}
@input=${e=>l(e.target.value)}
@change=${e=>l(function(e){let a=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!a)return e;let[t,l]=[Number(a[1]),Number(a[2]??0)];return t>24||l>59||24===t&&l>0?e:`${String(t).padStart(2,"0")}:${String(l).padStart(2,"0")}`}(e.target.value))}
/>`;function x(e,t,l){return i`<div class="code" role="group" aria-label=${l??r}
><code tabindex="0">${t??e}</code
><button type="button" class="code-copy" @click=${async t=>{let l=t.currentTarget,i=l.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let e=l.parentElement?.querySelector("code");return void(e&&getSelection()?.selectAllChildren(e))}i.textContent=a("settings_frame.copied"),setTimeout(()=>i.textContent=a("common.copy"),2e3)}}>
${n("copy",14)}<span class="copy-label" aria-live="polite">${a("common.copy")}</span>
</button></div
>`}export{n as a,o as b,c,h as d,$ as e,u as f,v as g,m as h,b as i,g as j,f as k,M as l,x as m};
