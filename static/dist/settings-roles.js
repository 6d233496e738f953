import{a as e,j as t,o as s,u as a,v as i,w as n,x as l}from"./settings.js";import{E as r,J as o,Ja as d,K as g,U as u,r as c,u as m}from"./app.js";var b=["reply","note","take","assign","close","snooze","label","bulk","upload","open","rate","contact_edit","schedule","macro_own","block"],p=["supervise","canned","macro_team","view_shared","labels","routing","sla","teams"],f=(e={})=>({open:!1,id:"",name:"",reading:"all",builtin:!1,...e,rights:new Set(e.rights??[]),busy:!1,wrong:""});function _(_){let{call:h,changed:$,me:v}=_,y=s(async()=>{let[e,t]=await Promise.all([h("GET","/roles"),h("GET","/agents?limit=200")]);return{roles:e.items,agents:t.items}},$),k={draft:f()},{keep:w,remove:E}=function({at:e,on:t,loaded:s}){let{call:a,say:l,failed:r,ask:d,changed:g}=t,u=t=>{let{code:s,field:a,status:n}=t;"name_taken"===s||"name"===a?e.draft.wrong=o("name_taken"===s?"settings_roles.taken":"settings_roles.name_wrong"):"role_limit"===s?l(o("settings_roles.limit"),{bad:!0}):"in_use"===s?l(o("settings_roles.in_use",{names:i(t)}),{bad:!0}):403===n?l(o("settings_roles.beyond"),{bad:!0}):r(t)};return{keep:async t=>{t.preventDefault();let{id:i,name:r,reading:c,rights:m,busy:b,builtin:p}=e.draft;if(!b&&!p&&r.trim()){e.draft.busy=!0,g();try{let t={name:r.trim(),reading:c,rights:[...m]},s=await n(d,e=>i?a("PATCH",`/roles/${i}`,{...t,...e}):a("POST","/roles",t));s?(e.draft=f(),l(o("settings_roles.kept",{name:s.name}))):e.draft.busy=!1}catch(t){e.draft.busy=!1,u(t),e.draft.wrong&&requestAnimationFrame(()=>document.getElementById("role-name")?.focus())}await s.load()}},remove:async t=>{if(await d({title:o("settings_roles.delete_ask",{name:t.name}),confirm:o("settings_roles.delete")})){try{await a("DELETE",`/roles/${t.id}`,{}),e.draft.id===t.id&&(e.draft=f()),l(o("settings_roles.deleted",{name:t.name}))}catch(e){u(e)}await s.load()}}}}({at:k,on:_,loaded:y}),x=function({at:e,me:t,keep:s,changed:i}){let n=t=>{Object.assign(e.draft,t),i()},l=(t,s)=>{s?e.draft.rights.add(t):e.draft.rights.delete(t),i()},g=({roles:t})=>{let[s,a]=t,i=e.draft.builtin?s.rights:a.rights,n=i.filter(e=>!b.includes(e)&&!p.includes(e)),l=e=>e.filter(e=>i.includes(e));return[["serving",l(b)],["leading",l(p)],["running",n]]},u=s=>({id:s,label:o(`settings_roles.right_${s}`),on:e.draft.rights.has(s),fixed:e.draft.builtin||!t.rights.includes(s)&&!e.draft.rights.has(s)});return i=>{let{draft:b}=e,p=!b.builtin&&g(i).some(([,e])=>e.some(e=>!t.rights.includes(e)));return c`<form class="thing-edit" novalidate @submit=${s} @keydown=${e=>"Escape"===e.key&&n(f())}>
${b.builtin?c`<p class="field-hint">${o("settings_roles.reading")}: ${o("settings_roles.reading_all")}</p>`:c`<div class="set-field">
<div class="set-label"><label for="role-name">${o("settings_roles.name")}</label></div>
<input
id="role-name"
class="input"
autocomplete="off"
maxlength=${60}
aria-invalid=${b.wrong?"true":m}
aria-describedby="role-name-error"
.value=${r(b.name)}
@input=${e=>n({name:e.target.value,wrong:""})}
/>
<p class="field-error" id="role-name-error" role="alert">${b.wrong}</p>
</div>
<div class="set-field">
<div class="set-label"><span class="label">${o("settings_roles.reading")}</span></div>
${d(o("settings_roles.reading"),["all","teams"].map(e=>({value:e,label:o(`settings_roles.reading_${e}`)})),b.reading,e=>n({reading:e}))}
<p class="field-hint">${o("settings_roles.reading_hint")}</p>
</div>`}
${g(i).map(([e,t])=>t.length>0?a(o(`settings_roles.group_${e}`),t.map(u),l):m)}
${p?c`<p class="field-hint">${o("settings_roles.lacking")}</p>`:m}
<div class="set-box">
${b.builtin?m:c`<button class="button primary" type="submit" ?disabled=${!b.name.trim()} aria-busy=${b.busy}>${o(b.id?"settings_roles.save":"settings_roles.add")}</button>`}
<button class="button" type="button" @click=${()=>n(f())}>${o(b.builtin?"settings_roles.close":"settings_roles.leave")}</button>
</div>
</form>`}}({at:k,me:v,keep:w,changed:$}),T=e=>{k.draft={...f(e),open:!0},$(),requestAnimationFrame(()=>document.getElementById("role-name")?.focus())},j=function(t,s){return(a,{roles:i,agents:n},r)=>{let d=n.filter(e=>e.active&&e.role_id===a.id).length,b=[o("settings_roles.rights_count",{count:a.rights.length,all:i[0].rights.length}),o(`settings_roles.reading_${a.reading}`),d>0?g("settings_roles.holders",d):o("settings_roles.no_holders")];return c`<li class="thing" data-role=${a.name}>
<span class="thing-mark">${e(a.builtin?"lock":"user")}</span>
<div class="thing-what">
<span class="thing-name">${l(a)}${a.builtin?c`<span class="chip chip-line">${o("settings_roles.builtin")}</span>`:m}</span>
<span class="thing-about">${b.join(" · ")}</span>
</div>
${r||c`<div class="thing-does">${(a=>a.builtin?c`<button type="button" class="button quiet" aria-label="${o("settings_roles.view")}: ${l(a)}" @click=${()=>t(a)}>${o("settings_roles.view")}</button>`:c`<button
type="button"
class="icon-button"
aria-haspopup="menu"
aria-label=${o("settings_roles.more_of",{name:a.name})}
title=${o("settings_roles.more_of",{name:a.name})}
@click=${i=>((a,i)=>u(i,l(a),[{items:[{label:o("settings_roles.change"),mark:e("pencil"),run:()=>t(a)}]},{items:[{label:o("settings_roles.delete"),mark:e("trash"),run:()=>s(a)}]}]))(a,i.currentTarget)}
>
${e("more",18)}
</button>`)(a)}</div>`}
</li>`}}(T,E);return{start:y.load,body:()=>y.view(s=>t(o("settings_roles.list"),c`${k.draft.open&&!k.draft.id?x(s):m}
<ul class="things">
${s.roles.map(e=>j(e,s,k.draft.open&&k.draft.id===e.id?x(s):void 0))}
</ul>`,o("settings_roles.intro"),c`<button type="button" class="button" aria-expanded=${k.draft.open&&!k.draft.id?"true":"false"} @click=${()=>(({roles:e})=>{if(!k.draft.open||k.draft.id)return T({rights:e[3].rights.filter(e=>v.rights.includes(e))});k.draft=f(),$()})(s)}>${e("plus")}${o("settings_roles.new")}</button>`))}}export{_ as rolesPage};
