import{a as e,h as t,j as a,o as s,u as n,v as i}from"./settings.js";import{E as d,Ia as l,J as r,K as m,Q as o,U as g,r as u,u as _}from"./app.js";var c=(e={})=>({open:!1,id:"",name:"",offered:!1,only_in_hours:!1,calendar_id:null,...e,agent_ids:new Set(e.agent_ids??[]),busy:!1,wrong:""});function f(f){let{call:p,changed:b}=f,h=s(async()=>{let[e,t,a]=await Promise.all([p("GET","/teams"),p("GET","/agents?limit=200"),p("GET","/calendars")]);return{teams:e.items,agents:t.items,calendars:a.items}},b),$={draft:c()},{keep:y,remove:v,open:w}=function({at:e,on:t,loaded:a}){let{call:s,say:n,failed:d,ask:l,changed:m}=t,o=t=>{let{code:a="",field:s="",status:l}=t;"name_taken"===a||"name"===s?e.draft.wrong=r("name_taken"===a?"settings_teams.taken":"settings_teams.name_wrong"):"team_limit"===a?n(r("settings_teams.limit"),{bad:!0}):403===l?n(r("settings_teams.beyond"),{bad:!0}):"in_use"===a?n(r("settings_teams.in_use",{names:i(t)}),{bad:!0}):d(t)};return{keep:async t=>{t.preventDefault();let{id:i,name:d,offered:l,only_in_hours:g,calendar_id:u,agent_ids:_,busy:f}=e.draft;if(!f&&d.trim()){e.draft.busy=!0,m();try{let t={name:d.trim(),offered:l,only_in_hours:g,calendar_id:u},a=i?await s("PATCH",`/teams/${i}`,t):await s("POST","/teams",t);e.draft.id=a.id;let m=[..._];String(m.toSorted())!==String(a.agent_ids.toSorted())&&await s("PUT",`/teams/${a.id}/members`,{agent_ids:m}),e.draft=c(),n(r("settings_teams.kept",{name:a.name}))}catch(t){e.draft.busy=!1,o(t),e.draft.wrong&&requestAnimationFrame(()=>document.getElementById("team-name")?.focus())}await a.load()}},remove:async t=>{if(await l({title:r("settings_teams.delete_ask",{name:t.name}),text:r("settings_teams.delete_means"),confirm:r("settings_teams.delete")})){try{await s("DELETE",`/teams/${t.id}`,{}),e.draft.id===t.id&&(e.draft=c()),n(r("settings_teams.deleted",{name:t.name}))}catch(e){o(e)}await a.load()}},open:t=>{let a=!t&&e.draft.open&&!e.draft.id;e.draft={...c(t),open:!a},m(),a||requestAnimationFrame(()=>document.getElementById("team-name")?.focus())}}}({at:$,on:f,loaded:h}),k=function({at:e,keep:a,changed:s}){let i=t=>{Object.assign(e.draft,t),s()},m=(t,a)=>{a?e.draft.agent_ids.add(t):e.draft.agent_ids.delete(t),s()};return({agents:s,calendars:g})=>{let{draft:f}=e,p=g.filter(e=>!e.shop).map(e=>({value:e.id,label:e.name})),b=s.filter(e=>e.active||f.agent_ids.has(e.id));return u`<form class="thing-edit" novalidate @submit=${a} @keydown=${e=>"Escape"===e.key&&i(c())}>
<div class="set-field">
<div class="set-label"><label for="team-name">${r("settings_teams.name")}</label></div>
<input
id="team-name"
class="input"
autocomplete="off"
maxlength=${60}
aria-invalid=${f.wrong?"true":_}
aria-describedby="team-name-error"
.value=${d(f.name)}
@input=${e=>i({name:e.target.value,wrong:""})}
/>
<p class="field-error" id="team-name-error" role="alert">${f.wrong}</p>
</div>
${n(r("settings_teams.members"),b.map(e=>({id:e.id,label:e.name,mark:o(e,"small"),on:f.agent_ids.has(e.id)})),m)}
${p.length>0?u`<div class="set-field">
<div class="set-label"><label for="team-hours">${r("settings_teams.hours")}</label></div>
${l("team-hours",[{value:"",label:r("settings_teams.shop_hours")},...p],f.calendar_id??"",e=>i({calendar_id:e||null}))}
</div>`:_}
${t(f.only_in_hours,e=>i({only_in_hours:e}),r("settings_teams.only_in_hours"),r("settings_teams.only_in_hours_hint"))}
${t(f.offered,e=>i({offered:e}),r("settings_teams.offered"),r("settings_teams.offered_hint"))}
<div class="set-box">
<button class="button primary" type="submit" ?disabled=${!f.name.trim()} aria-busy=${f.busy}>${r(f.id?"settings_teams.save":"settings_teams.add")}</button>
<button class="button" type="button" @click=${()=>i(c())}>${r("settings_teams.leave")}</button>
</div>
</form>`}}({at:$,keep:y,changed:b});return{start:h.load,body:()=>h.view(t=>a(r("settings_teams.list"),u`${$.draft.open&&!$.draft.id?k(t):_}
${0===t.teams.length?u`<p class="nothing-yet">${r("settings_teams.none")}</p>`:u`<ul class="things">
${t.teams.map(a=>$.draft.open&&$.draft.id===a.id?u`<li class="thing">${k(t)}</li>`:((t,{agents:a,calendars:s})=>{let n=a.filter(e=>t.agent_ids.includes(e.id)),i=s.find(e=>e.id===t.calendar_id),d=[n.length>0?m("settings_teams.members_count",n.length):r("settings_teams.nobody")];return i&&d.push(i.name),t.offered&&d.push(r("settings_teams.is_offered")),u`<li class="thing" data-team=${t.name}>
<span class="thing-mark">${e("users")}</span>
<div class="thing-what">
<span class="thing-name">${t.name}</span>
<span class="thing-about">${d.join(" · ")}</span>
</div>
<div class="thing-does">
<span class="faces" role="img" aria-label=${n.map(e=>e.name).join(", ")}>${n.slice(0,5).map(e=>o(e,"small"))}</span>
<button
type="button"
class="icon-button"
aria-haspopup="menu"
aria-label=${r("settings_teams.more_of",{name:t.name})}
title=${r("settings_teams.more_of",{name:t.name})}
@click=${a=>((t,a)=>g(a,t.name,[{items:[{label:r("settings_teams.change"),mark:e("pencil"),run:()=>w(t)}]},{items:[{label:r("settings_teams.delete"),mark:e("trash"),run:()=>v(t)}]}]))(t,a.currentTarget)}
>
${e("more",18)}
</button>
</div>
</li>`})(a,t))}
</ul>`}`,r("settings_teams.intro"),u`<button type="button" class="button" aria-expanded=${$.draft.open&&!$.draft.id?"true":"false"} @click=${()=>w()}>${e("plus")}${r("settings_teams.new")}</button>`))}}export{f as teamsPage};
