import{a as e,j as a,o as t}from"./settings.js";import{E as s,J as l,K as n,U as i,r as o,u as r}from"./app.js";var m=[1,2,3,4,6];function c({me:c,call:d,changed:u,say:b,failed:g,ask:p}){let $=c.rights.includes("labels"),_=t(async()=>(await d("GET","/labels")).items,u),f={open:!1,name:"",busy:!1,wrong:""},y={edits:null},{attempt:h,merge:v,remove:k,rename:w,add:E}=function({say:e,draft:a,failed:t,loaded:s,call:i,changed:o,at:r,ask:m}){let c=async(n,i)=>{try{return await n(),i&&e(i),!0}catch(e){return"label_taken"===e.code?a.wrong=l("settings_labels.taken"):t(e),!1}finally{await s.load()}};return{attempt:c,merge:async(e,a)=>{a&&(await m({title:l("settings_labels.merge_ask",{from:e.name,into:a.name}),text:l("settings_labels.merge_means",{from:e.name}),confirm:l("settings_labels.merge")})&&await c(()=>i("POST",`/labels/${e.id}/merge`,{into:a.id})),o())},remove:async e=>{await m({title:l("settings_labels.delete_ask",{name:e.name}),text:n("settings_labels.delete_means",e.conversations),confirm:l("settings_labels.delete")})&&await c(()=>i("DELETE",`/labels/${e.id}`,{}),l("settings_labels.deleted",{name:e.name}))},rename:async e=>{let a=r.edits?.name.trim()??"";r.edits=null,a&&a!==e.name&&await c(()=>i("PATCH",`/labels/${e.id}`,{name:a}),l("settings_labels.renamed",{name:a})),o()},add:async e=>{e.preventDefault();let t=a.name.trim();!t||a.busy||(a.busy=!0,await c(()=>i("POST","/labels",{name:t}))&&Object.assign(a,{open:!1,name:""}),a.busy=!1,o())}}}({say:b,draft:f,failed:g,loaded:_,call:d,changed:u,at:y,ask:p}),T=e=>requestAnimationFrame(()=>document.getElementById(e)?.focus()),x=()=>{Object.assign(f,{open:!f.open,wrong:""}),u(),f.open&&T("label-name")},{colours:j,actions:P}=function({attempt:a,call:t,merge:s,at:n,changed:r,focus:c,remove:d}){return{colours:(e,s)=>i(s,l("settings_labels.colour_of",{name:e.name}),[{items:m.map(s=>({label:l(`settings_labels.colour_${s}`),mark:o`<i class="chip-dot series-${s}"></i>`,checked:s===e.colour,run:()=>a(()=>t("PATCH",`/labels/${e.id}`,{colour:s}))}))}]),actions:(a,t,m)=>i(m,a.name,[{items:[{label:l("settings_labels.rename"),mark:e("pencil"),run(){n.edits={id:a.id,name:a.name},r(),c(`label-${a.id}`)}},...t.length>0?[{label:l("settings_labels.merge_into"),mark:e("tag"),run:()=>setTimeout(()=>((e,a,t)=>i(t,l("settings_labels.merge_one",{name:e.name}),[{label:l("settings_labels.merge_into"),items:a.map(a=>({label:a.name,mark:o`<i class="chip-dot series-${a.colour}"></i>`,run:()=>s(e,a)}))}]))(a,t,m))}]:[]]},{items:[{label:l("settings_labels.delete"),mark:e("trash"),run:()=>d(a)}]}])}}({attempt:h,call:d,merge:v,at:y,changed:u,focus:T,remove:k}),O=function({at:a,rename:t,changed:i,manages:m,colours:c,actions:d}){return(u,b)=>{let g=a.edits?.id===u.id?o`<input
id="label-${u.id}"
class="input"
maxlength="40"
aria-label=${l("settings_labels.name")}
.value=${s(a.edits?.name??"")}
@input=${e=>a.edits&&(a.edits.name=e.target.value)}
@keydown=${e=>{"Enter"===e.key&&!e.isComposing&&t(u),"Escape"===e.key&&(a.edits=null,i())}}
@blur=${()=>t(u)}
/>`:o`<span class="thing-name">${u.name}</span>`,p=o`<i class="chip-dot series-${u.colour}"></i>`,$=b.filter(e=>e.id!==u.id);return o`<li class="thing">
${m?o`<button
type="button"
class="icon-button colour-dot"
aria-haspopup="menu"
aria-label=${l("settings_labels.colour_of",{name:u.name})}
title=${l("settings_labels.colour_of",{name:u.name})}
@click=${e=>c(u,e.currentTarget)}
>
${p}
</button>`:o`<span class="colour-dot">${p}</span>`}
<div class="thing-what">${g}<span class="thing-about">${n("settings_labels.used",u.conversations)}</span></div>
${m?o`<div class="thing-does">
<button
type="button"
class="icon-button"
aria-haspopup="menu"
aria-label=${l("settings_labels.more_of",{name:u.name})}
title=${l("settings_labels.more_of",{name:u.name})}
@click=${e=>d(u,$,e.currentTarget)}
>
${e("more",18)}
</button>
</div>`:r}
</li>`}}({at:y,rename:w,changed:u,manages:$,colours:j,actions:P});return{start:_.load,body:()=>_.view(t=>a(l("settings_labels.list"),o`${f.open?o`<form class="thing-edit" @submit=${E}>
<div class="set-field">
<div class="set-label"><label for="label-name">${l("settings_labels.name")}</label></div>
<div class="set-box">
<input
id="label-name"
class="input"
maxlength="40"
autocomplete="off"
aria-invalid=${f.wrong?"true":r}
aria-describedby="label-error"
.value=${s(f.name)}
@input=${e=>{f.name=e.target.value,f.wrong="",u()}}
@keydown=${e=>"Escape"===e.key&&x()}
/><button class="button primary" type="submit" ?disabled=${!f.name.trim()} aria-busy=${f.busy}>${l("settings_labels.add")}</button>
</div>
<p class="field-error" id="label-error" role="alert">${f.wrong}</p>
</div>
</form>`:r}
${0===t.length?o`<p class="nothing-yet">${l("settings_labels.none")}</p>`:o`<ul class="things">
${t.map(e=>O(e,t))}
</ul>`}`,o`${l("settings_labels.intro")} ${$?r:l("settings_labels.managed")}`,o`<button type="button" class="button" aria-expanded=${f.open?"true":"false"} @click=${x}>${e("plus")}${l("settings_labels.new")}</button>`))}}export{c as labelsPage};
