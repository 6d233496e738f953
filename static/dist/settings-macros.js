import{a as t,h as a,j as e,o as s}from"./settings.js";import{E as n,Ia as r,J as i,K as o,U as l,r as c,u as m}from"./app.js";var d=["contact.name","contact.email","contact.phone","agent.name","shop.name","page.title"],u=["assign","team","priority","add_labels","remove_labels","note","snooze","status","close"],p=["urgent","high","normal","low"],g=[60,180,1440,4320,10080,0],b=(t={})=>({open:!1,id:"",name:"",shared:!1,...t,reply:t.reply??"",actions:structuredClone(t.actions??[]),busy:!1,wrong:""}),f=t=>[...new Set(t.split(/[,，、]/).map(t=>t.trim()).filter(Boolean))];function _({here:e,keep:s,may:o,changed:b,empty:_}){return $=>c`<form class="thing-edit" @submit=${s}>
<div class="set-field">
<div class="set-label"><label for="macro-name">${i("settings_macros.name")}</label></div>
<input id="macro-name" class="input" maxlength=${60} autocomplete="off" .value=${n(e.draft.name)} @input=${t=>(e.draft.name=t.target.value,b())} />
</div>
<div class="set-field">
<div class="set-label"><label for="macro-reply">${i("settings_macros.reply")}</label></div>
<textarea
id="macro-reply"
class="input area"
rows="3"
maxlength=${8e3}
.value=${n(e.draft.reply)}
@input=${t=>(e.draft.reply=t.target.value,b())}
></textarea>
<p class="field-hint">
${i("settings_macros.variables")}
${d.map(t=>c`<button type="button" class="text-button" @click=${()=>(t=>{let a=document.getElementById("macro-reply"),s=a?.selectionStart??e.draft.reply.length;e.draft.reply=`${e.draft.reply.slice(0,s)}{{${t}}}${e.draft.reply.slice(a?.selectionEnd??s)}`,b(),a?.focus()})(t)}>${i(`settings_macros.var_${t.replace(".","_")}`)}</button> `)}
</p>
</div>
<div class="set-field">
<div class="set-label"><span id="macro-actions">${i("settings_macros.actions")}</span></div>
<ol class="macro-steps" aria-labelledby="macro-actions">
${e.draft.actions.map((a,s)=>((a,s,n)=>c`<li class="macro-step">
<span class="macro-step-name">${i(`settings_macros.do_${a.do}`)}</span>
<span class="macro-step-how">${function(t,a,{agents:e,teams:s,statuses:n},o){let l=`macro-action-${a}`,d=i(`settings_macros.do_${t.do}`),u=a=>{Object.assign(t,a),o()};switch(t.do){case"assign":{let a=e.filter(a=>!1!==a.active||a.id===t.agent_id),s=[{value:"me",label:i("settings_macros.to_me")},{value:"",label:i("settings_macros.to_nobody")},...a.map(t=>({value:t.id,label:!1===t.active?i("settings_macros.gone",{name:t.name}):t.name}))];return r(l,s,t.agent_id??"",t=>u({agent_id:t||null}),d)}case"team":return r(l,s.map(t=>({value:t.id,label:t.name})),t.team_id??"",t=>u({team_id:t}),d);case"status":return r(l,n.map(t=>({value:t.id,label:t.name})),t.status_id??"",t=>u({status_id:t}),d);case"priority":return r(l,p.map(t=>({value:t,label:i(`settings_macros.priority_${t}`)})),t.priority??"",t=>u({priority:t}),d);case"add_labels":case"remove_labels":return c`<input
id=${l}
class="input"
autocomplete="off"
aria-label=${d}
placeholder=${i("settings_macros.labels_hint")}
.value=${(t.labels??[]).join(", ")}
@change=${t=>u({labels:f(t.target.value)})}
/>`;case"note":return b=t.text??"",_=t=>u({text:t}),$=i("settings_macros.note_hint"),c`<input id=${l} class="input" maxlength=${8e3} autocomplete="off" aria-label=${d} placeholder=${$??m} .value=${b} @input=${t=>_(t.target.value)} />`;case"snooze":{let a=g.map(t=>({value:String(t),label:i(`settings_macros.snooze_${t}`)})),e=String(t.minutes??0);return a.some(t=>t.value===e)||a.unshift({value:e,label:i("common.minutes",{count:Number(e)})}),r(l,a,e,t=>u({minutes:Number(t)||null}),d)}default:return m}var b,_,$}(a,s,n,b)}</span>
<button type="button" class="icon-button" ?disabled=${0===s} aria-label=${i("settings_macros.up",{number:s+1})} @click=${()=>((t,a)=>{let{actions:s}=e.draft;s.splice(a,0,...s.splice(t,1)),b()})(s,s-1)}>${t("up")}</button>
<button
type="button"
class="icon-button"
aria-label=${i("settings_macros.drop",{number:s+1})}
@click=${()=>{e.draft.actions.splice(s,1),b()}}
>
${t("x")}
</button>
</li>`)(a,s,$))}
</ol>
${e.draft.actions.length<20?c`<button type="button" class="button" aria-haspopup="menu" aria-expanded="false" @click=${t=>((t,a)=>l(a,i("settings_macros.add_action"),[{items:u.filter(a=>"team"!==a||t.teams.length>0).map(a=>({label:i(`settings_macros.do_${a}`),run:()=>{e.draft.actions.push(function(t,{teams:a,statuses:e}){return"status"===t?{do:t,status_id:e[0]?.id??""}:"assign"===t?{do:t,agent_id:"me"}:"team"===t?{do:t,team_id:a[0]?.id??""}:"priority"===t?{do:t,priority:"high"}:"add_labels"===t||"remove_labels"===t?{do:t,labels:[]}:"note"===t?{do:t,text:""}:"snooze"===t?{do:t,minutes:g[1]}:{do:t}}(a,t)),b(),requestAnimationFrame(()=>document.getElementById("macro-action-"+(e.draft.actions.length-1))?.focus())}}))}]))($,t.currentTarget)}>
${t("plus")}${i("settings_macros.add_action")}
</button>`:m}
</div>
${o.team&&o.own?a(e.draft.shared,t=>(e.draft.shared=t,b()),i("settings_macros.shared"),i("settings_macros.shared_hint")):m}
<p class="field-error" role="alert">${e.draft.wrong}</p>
<div class="set-box">
<button class="button primary" type="submit" ?disabled=${!e.draft.name.trim()||!e.draft.reply.trim()&&0===e.draft.actions.length} aria-busy=${e.draft.busy}>
${i(e.draft.id?"settings_macros.save":"settings_macros.add")}
</button>
<button class="button" type="button" @click=${()=>(e.draft=_(),b())}>${i("settings_macros.leave")}</button>
</div>
</form>`}function $(a){let{me:n,call:r,changed:d}=a,u={own:n.rights.includes("macro_own"),team:n.rights.includes("macro_team")},p=s(async()=>{let[t,a,e,s]=await Promise.all(["/macros","/agents?limit=200","/teams","/ticket-statuses"].map(t=>r("GET",t)));return{macros:t.items,agents:a.items,teams:e.items,statuses:s.statuses}},d),g=()=>({...b(),shared:u.team}),f={draft:g()},{keep:$,edit:h,write:y,remove:v}=function({here:t,on:{call:a,say:e,failed:s,ask:n,changed:r},loaded:o,empty:l}){let c=()=>requestAnimationFrame(()=>document.getElementById("macro-name")?.focus());return{keep:async n=>{if(n.preventDefault(),t.draft.busy)return;let{id:c,name:m,shared:d,reply:u,actions:p}=t.draft;t.draft.busy=!0,t.draft.wrong="";let g={name:m,shared:d,reply:u.trim()?u:null,actions:p};try{c?await a("PATCH",`/macros/${c}`,g):await a("POST","/macros",g),e(i("settings_macros.kept",{name:m})),t.draft=l(),await o.load()}catch(a){t.draft.busy=!1,(a=>{let{code:e="",field:n=""}=a,r=Number(/^actions\[(\d+)\]/.exec(String(n))?.[1]??Number.NaN);t.draft.actions[r]?t.draft.wrong=i("settings_macros.wrong_action",{number:r+1}):"reply"===n?t.draft.wrong=i("settings_macros.wrong_reply"):"name"===n?t.draft.wrong=i("settings_macros.wrong_name"):"actions"===n?t.draft.wrong=i("settings_macros.wrong_nothing"):"macro_limit"===e?t.draft.wrong=i("settings_macros.limit"):s(a)})(a)}r()},edit:a=>{t.draft={...b(a),open:!0},r(),c()},write:()=>{t.draft={...l(),open:!t.draft.open||""!==t.draft.id},r(),t.draft.open&&c()},remove:async r=>{if(await n({title:i("settings_macros.delete_ask",{name:r.name}),confirm:i("settings_macros.delete")})){try{await a("DELETE",`/macros/${r.id}`,{}),t.draft.id===r.id&&(t.draft=l()),e(i("settings_macros.deleted",{name:r.name}))}catch(t){s(t)}await o.load()}}}}({here:f,on:a,loaded:p,empty:g}),w=_({here:f,keep:$,may:u,changed:d,empty:g});return{start:p.load,body:()=>p.view(a=>e(i("settings_macros.list"),c`${f.draft.open&&!f.draft.id?w(a):m}
${0===a.macros.length?c`<p class="nothing-yet">${i("settings_macros.none")}</p>`:c`<ul class="things">
${a.macros.map(e=>f.draft.open&&f.draft.id===e.id?c`<li class="thing">${w(a)}</li>`:(a=>c`<li class="thing">
<span class="thing-mark">${t("zap")}</span>
<div class="thing-what">
<span class="thing-name">${a.name} ${a.shared?m:c`<span class="chip chip-line">${i("settings_macros.own")}</span>`}</span>
<span class="thing-about">${(t=>t.unreadable?i("settings_macros.unreadable"):[t.reply?.slice(0,80),...t.actions.map(t=>i(`settings_macros.do_${t.do}`))].filter(Boolean).join(" · "))(a)} · ${o("settings_macros.used",a.used)}</span>
</div>
${(a.shared?u.team:u.own)?c`<div class="thing-does">
<button
type="button"
class="icon-button"
aria-haspopup="menu"
aria-label=${i("settings_macros.more_of",{name:a.name})}
title=${i("settings_macros.more_of",{name:a.name})}
@click=${e=>((a,e)=>l(e,a.name,[{items:[{label:i("settings_macros.change_it"),mark:t("pencil"),run:()=>h(a)}]},{items:[{label:i("settings_macros.delete"),mark:t("trash"),run:()=>v(a)}]}]))(a,e.currentTarget)}
>
${t("more",18)}
</button>
</div>`:m}
</li>`)(e))}
</ul>`}`,i("settings_macros.intro"),u.own||u.team?c`<button type="button" class="button" aria-expanded=${f.draft.open&&!f.draft.id?"true":"false"} @click=${y}>${t("plus")}${i("settings_macros.new")}</button>`:m))}}export{f as labelsIn,$ as macrosPage};
