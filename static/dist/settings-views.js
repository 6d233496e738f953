import{a as e,b as t,d as a,e as s}from"./with-parts-filter-builder.js";import{a as i,f as n,h as l,k as r,p as d}from"./settings.js";import{E as o,I as g,J as m,Z as v,r as u,u as c}from"./app.js";var p=["label","state","agent","team","priority","channel","waiting_ms","idle_ms","age_ms","due_in_ms","verified"],w=["waiting","newest","due"],f=["waiting","open","snoozed","closed"],h=["urgent","high","normal","low"],b=["web","api"];function $({agents:e,teams:t,labels:a}){let s=(e,t)=>e.map(e=>({value:e,label:m(`settings_views.${t}_${e}`)}));return{label:a.map(({name:e})=>({value:e,label:e})),state:s(f,"state"),agent:[{value:"me",label:m("settings_views.me")},...e.filter(e=>e.active).map(({id:e,name:t})=>({value:e,label:t}))],team:t.map(({id:e,name:t})=>({value:e,label:t})),priority:s(h,"priority"),channel:s(b,"channel")}}function _(f){let{me:h,call:b,changed:_}=f,y=h.rights.includes("view_shared"),k=d(async()=>{let[e,t,a,s]=await Promise.all(["/views","/agents?limit=200","/teams","/labels"].map(async e=>(await b("GET",e)).items));return{views:e,choices:$({agents:t,teams:a,labels:s})}},_),x={draft:{open:!1,id:"",name:"",filter:{all:[{field:"state",op:"is_not",value:"closed"}]},sort:"waiting",shared:!1,busy:!1,wrong:null},dragged:null,said:""},E=()=>k.value?.choices??{},T=function({here:e,on:{call:t,say:a,failed:s,ask:i,changed:n},loaded:l}){let r=()=>l.value?.views??[];return{keep:async i=>{i.preventDefault();let{id:r,name:d,filter:o,sort:v,shared:u,busy:c}=e.draft;if(!c){e.draft.busy=!0;try{r?await t("PATCH",`/views/${r}`,{name:d,filter:o,sort:v,shared:u}):await t("POST","/views",{name:d,filter:o,sort:v,shared:u}),a(m("settings_views.kept",{name:d})),e.draft={open:!1,id:"",name:"",filter:{all:[{field:"state",op:"is_not",value:"closed"}]},sort:"waiting",shared:!1,busy:!1,wrong:null},await l.load()}catch(t){(t=>{let{code:a="",field:i}=t,n=String(i??"").split(".")[0];e.draft.busy=!1,g(`settings_views.wrong_${a}`)?e.draft.wrong={field:"",text:m(`settings_views.wrong_${a}`)}:"name"===n||"filter"===n?e.draft.wrong={field:String(i),text:m(`settings_views.wrong_${n}`)}:s(t),"name"===n&&requestAnimationFrame(()=>document.getElementById("view-name")?.focus())})(t)}n()}},remove:async n=>{if(await i({title:m("settings_views.delete_ask",{name:n.name}),confirm:m("settings_views.delete")})){try{await t("DELETE",`/views/${n.id}`,{}),e.draft.id===n.id&&(e.draft={open:!1,id:"",name:"",filter:{all:[{field:"state",op:"is_not",value:"closed"}]},sort:"waiting",shared:!1,busy:!1,wrong:null}),a(m("settings_views.deleted",{name:n.name}))}catch(e){s(e)}await l.load()}},move:(t,a)=>{let[s,i]=[r().filter(e=>e.shared===t.shared),r().filter(e=>e.shared!==t.shared)],d=s.indexOf(t);if(a<0||a>=s.length||a===d)return;let o=s.toSpliced(d,1).toSpliced(a,0,t);l.value&&(l.value.views=t.shared?[...o,...i]:[...i,...o]),e.said=m("settings_views.moved",{name:t.name,place:a+1,count:s.length}),n()},keepOrder:async e=>{try{await t("PUT","/views/order",{ids:r().filter(t=>t.shared===e).map(e=>e.id)})}catch(e){s(e),await l.load()}},open:t=>{e.draft={open:!1,id:"",name:"",filter:{all:[{field:"state",op:"is_not",value:"closed"}]},sort:"waiting",shared:!1,busy:!1,wrong:null,...t,open:!0},n(),requestAnimationFrame(()=>document.getElementById("view-name")?.focus())}}}({here:x,on:f,loaded:k}),A=function({here:a,choices:i,manages:r,keep:d,changed:g}){let v=e=>{Object.assign(a.draft,e,{wrong:null}),g()},f=e=>a.draft.wrong?.field===e?a.draft.wrong.text:"",h=e=>`${a.draft.wrong?.field}.`.startsWith(`filter.${e}.`)?a.draft.wrong?.text:void 0;return()=>{let{draft:b}=a,$=s({id:"view-filter",fields:p,choices:i(),complaint:h});return u`<form class="thing-edit" @submit=${d}>
<div class="set-columns">
<div class="set-field">
<div class="set-label"><label for="view-name">${m("settings_views.name")}</label></div>
<input
id="view-name"
class="input"
autocomplete="off"
maxlength=${40}
aria-invalid=${f("name")?"true":c}
aria-describedby="view-name-error"
.value=${o(b.name)}
@input=${e=>v({name:e.target.value})}
/>
<p class="field-error" id="view-name-error" role="alert">${f("name")}</p>
</div>
<div class="set-field">
<div class="set-label"><label for="view-sort">${m("settings_views.sort")}</label></div>
${n("view-sort",w.map(e=>({value:e,label:m(`settings_views.sort_${e}`)})),b.sort,e=>v({sort:e}))}
</div>
</div>
<div class="set-field" role="group" aria-labelledby="view-holds">
<p class="set-label"><span class="label" id="view-holds">${m("settings_views.holds")}</span></p>
${$((a=>e(a)?a:t("all",[a]))(b.filter),e=>v({filter:e}))}
<p class="field-error" role="alert">${f("filter")}${f("")}</p>
</div>
${r?l(b.shared,e=>v({shared:e}),m("settings_views.shared"),m("settings_views.shared_hint")):c}
<div class="set-box">
<button class="button primary" type="submit" ?disabled=${!b.name.trim()} aria-busy=${b.busy}>${m(b.id?"settings_views.save":"settings_views.add")}</button>
<button
class="button"
type="button"
@click=${()=>{a.draft={open:!1,id:"",name:"",filter:{all:[{field:"state",op:"is_not",value:"closed"}]},sort:"waiting",shared:!1,busy:!1,wrong:null},g()}}
>
${m("settings_views.leave")}
</button>
</div>
</form>`}}({here:x,choices:E,manages:y,keep:T.keep,changed:_}),D=function({here:e,choices:t,manages:s,editor:n,keeping:{move:l,keepOrder:r,open:d,remove:o}}){return g=>(p,w)=>{if(e.draft.open&&e.draft.id===p.id)return u`<li class="thing">${n()}</li>`;let f=!p.shared||s;return u`<li class="thing" @dragover=${t=>{let a=g.find(t=>t.id===e.dragged);a&&(t.preventDefault(),a!==p&&l(a,w))}}>
${f?((t,a)=>u`<button
type="button"
class="view-grip"
id="grip-${t.id}"
draggable="true"
aria-label=${m("settings_views.move",{name:t.name,place:a+1})}
title=${m("settings_views.move_hint")}
@keydown=${e=>{let s={ArrowUp:-1,ArrowDown:1}[e.key];s&&(e.preventDefault(),l(t,a+s),r(t.shared),requestAnimationFrame(()=>document.getElementById(`grip-${t.id}`)?.focus()))}}
@dragstart=${a=>{e.dragged=t.id,a.dataTransfer?.setData("text/plain",t.name)}}
@dragend=${()=>{e.dragged=null,r(t.shared)}}
>
${a+1}
</button>`)(p,w):u`<span class="view-grip still">${w+1}</span>`}
<div class="thing-what">
<span class="thing-name">${p.name}</span>
${p.filter?u`<span class="thing-about">${a(p.filter,t(),m)} · ${m(`settings_views.sort_${p.sort}`)}</span>`:u`<span class="view-broken">${i("alert",14)}<span>${m("settings_views.broken",{path:p.problem?.field??""})}</span></span>`}
</div>
${f?u`<div class="thing-does">
<button type="button" class="icon-button" aria-haspopup="menu" aria-label=${m("settings_views.more_of",{name:p.name})} @click=${e=>((e,t)=>v(t.currentTarget,e.name,[{items:[{label:m("settings_views.change_it"),mark:i("pencil"),run:()=>d(e.filter?e:{...e,filter:{all:[{field:"state",op:"is_not",value:"closed"}]}})}]},{items:[{label:m("settings_views.delete"),mark:i("trash"),run:()=>o(e)}]}]))(p,e)}>${i("more",18)}</button>
</div>`:c}
</li>`}}({here:x,choices:E,manages:y,editor:A,keeping:T}),O=(e,t)=>0===e.length?u`<p class="nothing-yet">${t}</p>`:u`<ol class="things">${e.map(D(e))}</ol>`;return{start:()=>{x.draft.open||k.load()},body:()=>k.view(({views:e})=>{let t=x.draft.open&&!x.draft.id,a=u`<button type="button" class="button" aria-expanded=${t?"true":"false"} @click=${()=>T.open({})}>${i("plus")}${m("settings_views.new")}</button>`;return u`${r(m("settings_views.own"),u`${t?A():c}${O(e.filter(e=>!e.shared),m("settings_views.none"))}`,m("settings_views.intro"),a)}
${r(m("settings_views.team"),O(e.filter(e=>e.shared),m("settings_views.none_shared")),m("settings_views.team_intro"))}
<p class="hidden" aria-live="polite">${x.said}</p>`})}}export{_ as viewsPage};
