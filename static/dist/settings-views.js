import{a as e,b as t,d as a,e as s}from"./with-parts-filter-builder.js";import{a as i}from"./with-parts-grip.js";import{a as n,h as l,j as r,o}from"./settings.js";import{E as d,I as m,Ia as v,J as g,U as c,r as p,u as w}from"./app.js";var f=["label","state","agent","team","priority","channel","waiting_ms","idle_ms","age_ms","due_in_ms","verified"],u=["waiting","newest","due"],h=["waiting","open","snoozed","closed"],b=["urgent","high","normal","low"],_=["web","api"];function $({agents:e,teams:t,labels:a}){let s=(e,t)=>e.map(e=>({value:e,label:g(`settings_views.${t}_${e}`)}));return{label:a.map(({name:e})=>({value:e,label:e})),state:[{value:"bot",label:g("settings_views.state_bot")},...s(h,"state")],agent:[{value:"me",label:g("settings_views.me")},...e.filter(e=>e.active).map(({id:e,name:t})=>({value:e,label:t}))],team:t.map(({id:e,name:t})=>({value:e,label:t})),priority:s(b,"priority"),channel:s(_,"channel")}}function y(h){let{me:b,call:_,changed:y}=h,k=b.rights.includes("view_shared"),x=o(async()=>{let[e,t,a,s]=await Promise.all(["/views","/agents?limit=200","/teams","/labels"].map(async e=>(await _("GET",e)).items));return{views:e,choices:$({agents:t,teams:a,labels:s})}},y),E={draft:{open:!1,id:"",name:"",filter:{all:[{field:"state",op:"is_not",value:"closed"}]},sort:"waiting",shared:!1,busy:!1,wrong:null},said:""},j=()=>x.value?.choices??{},T=function({here:e,on:{call:t,say:a,failed:s,ask:i,changed:n},loaded:l}){let r=()=>l.value?.views??[],o=e=>r().find(t=>t.id===e);return{keep:async i=>{i.preventDefault();let{id:r,name:o,filter:d,sort:v,shared:c,busy:p}=e.draft;if(!p){e.draft.busy=!0;try{r?await t("PATCH",`/views/${r}`,{name:o,filter:d,sort:v,shared:c}):await t("POST","/views",{name:o,filter:d,sort:v,shared:c}),a(g("settings_views.kept",{name:o})),e.draft={open:!1,id:"",name:"",filter:{all:[{field:"state",op:"is_not",value:"closed"}]},sort:"waiting",shared:!1,busy:!1,wrong:null},await l.load()}catch(t){(t=>{let{code:a="",field:i}=t,n=String(i??"").split(".")[0];e.draft.busy=!1,m(`settings_views.wrong_${a}`)?e.draft.wrong={field:"",text:g(`settings_views.wrong_${a}`)}:"name"===n||"filter"===n?e.draft.wrong={field:String(i),text:g(`settings_views.wrong_${n}`)}:s(t),"name"===n&&requestAnimationFrame(()=>document.getElementById("view-name")?.focus())})(t)}n()}},remove:async n=>{if(await i({title:g("settings_views.delete_ask",{name:n.name}),confirm:g("settings_views.delete")})){try{await t("DELETE",`/views/${n.id}`,{}),e.draft.id===n.id&&(e.draft={open:!1,id:"",name:"",filter:{all:[{field:"state",op:"is_not",value:"closed"}]},sort:"waiting",shared:!1,busy:!1,wrong:null}),a(g("settings_views.deleted",{name:n.name}))}catch(e){s(e)}await l.load()}},move:(t,a)=>{let[s,i]=[r().filter(e=>e.shared===t.shared),r().filter(e=>e.shared!==t.shared)],o=s.indexOf(t);if(a<0||a>=s.length||a===o)return;let d=s.toSpliced(o,1).toSpliced(a,0,t);l.value&&(l.value.views=t.shared?[...d,...i]:[...i,...d]),e.said=g("settings_views.moved",{name:t.name,place:a+1,count:s.length}),n()},keepOrder:async e=>{try{await t("PUT","/views/order",{ids:r().filter(t=>t.shared===e).map(e=>e.id)})}catch(e){s(e),await l.load()}},open:t=>{e.draft={open:!1,id:"",name:"",filter:{all:[{field:"state",op:"is_not",value:"closed"}]},sort:"waiting",shared:!1,busy:!1,wrong:null,...t,open:!0},n(),requestAnimationFrame(()=>document.getElementById("view-name")?.focus())},find:o,alike:e=>r().filter(t=>t.shared===o(e)?.shared).map(e=>e.id)}}({here:E,on:h,loaded:x}),O=function({here:a,choices:i,manages:n,keep:r,changed:o}){let m=e=>{Object.assign(a.draft,e,{wrong:null}),o()},c=e=>a.draft.wrong?.field===e?a.draft.wrong.text:"",h=e=>`${a.draft.wrong?.field}.`.startsWith(`filter.${e}.`)?a.draft.wrong?.text:void 0;return()=>{let{draft:b}=a,_=s({id:"view-filter",fields:f,choices:i(),complaint:h});return p`<form class="thing-edit" @submit=${r}>
<div class="set-columns">
<div class="set-field">
<div class="set-label"><label for="view-name">${g("settings_views.name")}</label></div>
<input
id="view-name"
class="input"
autocomplete="off"
maxlength=${40}
aria-invalid=${c("name")?"true":w}
aria-describedby="view-name-error"
.value=${d(b.name)}
@input=${e=>m({name:e.target.value})}
/>
<p class="field-error" id="view-name-error" role="alert">${c("name")}</p>
</div>
<div class="set-field">
<div class="set-label"><label for="view-sort">${g("settings_views.sort")}</label></div>
${v("view-sort",u.map(e=>({value:e,label:g(`settings_views.sort_${e}`)})),b.sort,e=>m({sort:e}))}
</div>
</div>
<div class="set-field" role="group" aria-labelledby="view-holds">
<p class="set-label"><span class="label" id="view-holds">${g("settings_views.holds")}</span></p>
${_((a=>e(a)?a:t("all",[a]))(b.filter),e=>m({filter:e}))}
<p class="field-error" role="alert">${c("filter")}${c("")}</p>
</div>
${n?l(b.shared,e=>m({shared:e}),g("settings_views.shared"),g("settings_views.shared_hint")):w}
<div class="set-box">
<button class="button primary" type="submit" ?disabled=${!b.name.trim()} aria-busy=${b.busy}>${g(b.id?"settings_views.save":"settings_views.add")}</button>
<button
class="button"
type="button"
@click=${()=>{a.draft={open:!1,id:"",name:"",filter:{all:[{field:"state",op:"is_not",value:"closed"}]},sort:"waiting",shared:!1,busy:!1,wrong:null},o()}}
>
${g("settings_views.leave")}
</button>
</div>
</form>`}}({here:E,choices:j,manages:k,keep:T.keep,changed:y}),P=function({here:e,choices:t,manages:s,editor:l,keeping:{move:r,keepOrder:o,open:d,remove:m,find:v,alike:f}}){let{grip:u,over:h}=i({keys:f,move(e,t){let a=v(e);a&&r(a,t)},done:e=>o(!!v(e)?.shared)});return(i,r)=>{if(e.draft.open&&e.draft.id===i.id)return p`<li class="thing">${l()}</li>`;let o=!i.shared||s;return p`<li class="thing" @dragover=${h(i.id)}>
${o?u({key:i.id,name:i.name,place:r,label:g("settings_views.move",{name:i.name,place:r+1}),hint:g("settings_views.move_hint")}):p`<span class="order-grip">${r+1}</span>`}
<div class="thing-what">
<span class="thing-name">${i.name}</span>
${i.filter?p`<span class="thing-about">${a(i.filter,t(),g)} · ${g(`settings_views.sort_${i.sort}`)}</span>`:p`<span class="broken-row">${n("alert",14)}<span>${g("settings_views.broken",{path:i.problem?.field??""})}</span></span>`}
</div>
${o?p`<div class="thing-does">
<button type="button" class="icon-button" aria-haspopup="menu" aria-label=${g("settings_views.more_of",{name:i.name})} @click=${e=>((e,t)=>c(t.currentTarget,e.name,[{items:[{label:g("settings_views.change_it"),mark:n("pencil"),run:()=>d(e.filter?e:{...e,filter:{all:[{field:"state",op:"is_not",value:"closed"}]}})}]},{items:[{label:g("settings_views.delete"),mark:n("trash"),run:()=>m(e)}]}]))(i,e)}>${n("more",18)}</button>
</div>`:w}
</li>`}}({here:E,choices:j,manages:k,editor:O,keeping:T}),S=(e,t)=>0===e.length?p`<p class="nothing-yet">${t}</p>`:p`<ol class="things">${e.map(P)}</ol>`;return{start:()=>{E.draft.open||x.load()},body:()=>x.view(({views:e})=>{let t=E.draft.open&&!E.draft.id,a=p`<button type="button" class="button" aria-expanded=${t?"true":"false"} @click=${()=>T.open({})}>${n("plus")}${g("settings_views.new")}</button>`;return p`${r(g("settings_views.own"),p`${t?O():w}${S(e.filter(e=>!e.shared),g("settings_views.none"))}`,g("settings_views.intro"),a)}
${r(g("settings_views.team"),S(e.filter(e=>e.shared),g("settings_views.none_shared")),g("settings_views.team_intro"))}
<p class="hidden" aria-live="polite">${E.said}</p>`})}}export{y as viewsPage};
