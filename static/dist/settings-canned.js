import{a as t,h as e,j as a,o as n}from"./settings.js";import{E as s,I as d,J as i,K as r,U as l,r as c,u as o}from"./app.js";var u=["contact.name","contact.email","agent.name","shop.name","page.title"];function f({me:f,call:g,changed:p,say:m,failed:h,ask:$}){let b=f.rights.includes("canned"),v=n(async()=>(await g("GET","/canned")).items,p),_=()=>({open:!1,id:"",shortcut:"",title:"",text:"",shared:b,busy:!1,wrong:{}}),y=(t=>({draft:t()}))(_),{keep:x,edit:w,remove:k,write:E}=function({here:t,call:e,say:a,empty:n,loaded:s,failed:r,changed:l,ask:c}){return{keep:async c=>{if(c.preventDefault(),t.draft.busy)return;let{id:o,shortcut:u,title:f,text:g,shared:p}=t.draft;t.draft.busy=!0;try{o?await e("PATCH",`/canned/${o}`,{shortcut:u,title:f,text:g,shared:p}):await e("POST","/canned",{shortcut:u,title:f,text:g,shared:p}),a(i("settings_canned.kept",{name:f})),t.draft=n(),await s.load()}catch(e){let{code:a="",field:n=""}=e;t.draft.busy=!1;let s="shortcut_taken"===a?"shortcut":String(n),l=`settings_canned.wrong_${"shortcut_taken"===a?"taken":n}`;["shortcut","title","text"].includes(s)&&d(l)?(t.draft.wrong={[s]:i(l)},requestAnimationFrame(()=>document.getElementById(`canned-${s}`)?.focus())):r(e)}l()},edit:e=>{t.draft={...n(),...e,open:!0},l(),requestAnimationFrame(()=>document.getElementById("canned-title")?.focus())},remove:async d=>{if(await c({title:i("settings_canned.delete_ask",{name:d.title}),confirm:i("settings_canned.delete")})){try{await e("DELETE",`/canned/${d.id}`,{}),t.draft.id===d.id&&(t.draft=n()),a(i("settings_canned.deleted",{name:d.title}))}catch(t){r(t)}await s.load()}},write:()=>{t.draft={...n(),open:!t.draft.open||""!==t.draft.id},l(),t.draft.open&&requestAnimationFrame(()=>document.getElementById("canned-title")?.focus())}}}({here:y,call:g,say:m,empty:_,loaded:v,failed:h,changed:p,ask:$}),B=function({here:t,set:a,keep:n,manages:d,changed:r,empty:l}){let f=(e,n)=>c`<div class="set-field">
<div class="set-label"><label for="canned-${e}">${i(`settings_canned.${e}`)}</label></div>
<div class="set-box">
<input
id="canned-${e}"
class="input"
autocomplete="off"
maxlength=${n}
aria-invalid=${t.draft.wrong[e]?"true":o}
aria-describedby="canned-${e}-error"
.value=${s(t.draft[e])}
@input=${t=>a(e,t.target.value)}
/>
</div>
<p class="field-error" id="canned-${e}-error" role="alert">${t.draft.wrong[e]??""}</p>
</div>`;return()=>c`<form class="thing-edit" @submit=${n}>
<div class="set-columns">${f("title",100)} ${f("shortcut",40)}</div>
<div class="set-field">
<div class="set-label"><label for="canned-text">${i("settings_canned.text")}</label></div>
<textarea
id="canned-text"
class="input area"
rows="4"
maxlength="8000"
aria-invalid=${t.draft.wrong.text?"true":o}
aria-describedby="canned-text-error"
.value=${s(t.draft.text)}
@input=${t=>a("text",t.target.value)}
></textarea>
<p class="field-error" id="canned-text-error" role="alert">${t.draft.wrong.text??""}</p>
<p class="field-hint">
${i("settings_canned.variables")}
${u.map(e=>c`<button type="button" class="text-button" @click=${()=>(e=>{let n=document.getElementById("canned-text"),s=n?.selectionStart??t.draft.text.length;a("text",`${t.draft.text.slice(0,s)}{{${e}}}${t.draft.text.slice(n?.selectionEnd??s)}`),n?.focus()})(e)}>${i(`settings_canned.var_${e.replace(".","_")}`)}</button> `)}
</p>
</div>
${d?e(t.draft.shared,e=>(t.draft.shared=e,r()),i("settings_canned.shared"),i("settings_canned.shared_hint")):o}
<div class="set-box">
<button class="button primary" type="submit" ?disabled=${!t.draft.title.trim()||!t.draft.shortcut.trim()||!t.draft.text.trim()} aria-busy=${t.draft.busy}>
${i(t.draft.id?"settings_canned.save":"settings_canned.add")}
</button>
<button class="button" type="button" @click=${()=>(t.draft=l(),r())}>${i("settings_canned.leave")}</button>
</div>
</form>`}({here:y,set:(t,e)=>{y.draft[t]=e,delete y.draft.wrong[t],p()},keep:x,manages:b,changed:p,empty:_});return{start:v.load,aim(t){let e=v.value?.find(({id:e})=>e===t.searchParams.get("id"));if(e){if(!e.shared||b)return w(e);document.getElementById(`canned-${e.id}`)?.focus()}},body:()=>v.view(e=>a(i("settings_canned.list"),c`${y.draft.open&&!y.draft.id?B():o}
${0===e.length?c`<p class="nothing-yet">${i("settings_canned.none")}</p>`:c`<ul class="things">
${e.map(e=>y.draft.open&&y.draft.id===e.id?c`<li class="thing">${B()}</li>`:(e=>c`<li class="thing" id="canned-${e.id}" tabindex="-1">
<span class="thing-mark">${t("quote")}</span>
<div class="thing-what">
<span class="thing-name">${e.title} <span class="chip">/${e.shortcut}</span>${e.shared?o:c`<span class="chip chip-line">${i("settings_canned.own")}</span>`}</span>
<span class="thing-about">${e.text.slice(0,120)} · ${r("settings_canned.used",e.used)}</span>
</div>
${e.shared&&!b?o:c`<div class="thing-does">
<button
type="button"
class="icon-button"
aria-haspopup="menu"
aria-label=${i("settings_canned.more_of",{name:e.title})}
title=${i("settings_canned.more_of",{name:e.title})}
@click=${a=>((e,a)=>l(a,e.title,[{items:[{label:i("settings_canned.change_it"),mark:t("pencil"),run:()=>w(e)}]},{items:[{label:i("settings_canned.delete"),mark:t("trash"),run:()=>k(e)}]}]))(e,a.currentTarget)}
>
${t("more",18)}
</button>
</div>`}
</li>`)(e))}
</ul>`}`,i("settings_canned.intro"),c`<button type="button" class="button" aria-expanded=${y.draft.open&&!y.draft.id?"true":"false"} @click=${E}>${t("plus")}${i("settings_canned.new")}</button>`))}}export{f as cannedPage};
