import{c as t}from"./settings.js";import{a,f as e,h as s,k as n}from"./with-parts-controls.js";import{E as r,J as i,K as o,W as l,r as c,u as m}from"./app.js";var d=["contact.name","contact.email","contact.phone","agent.name","shop.name","page.title"],u=["assign","team","priority","add_labels","remove_labels","note","snooze","status","close"],p=["urgent","high","normal","low"],g=[60,180,1440,4320,10080,0],b=(t={})=>({open:!1,id:"",name:"",shared:!1,...t,reply:t.reply??"",actions:structuredClone(t.actions??[]),busy:!1,wrong:""}),f=t=>[...new Set(t.split(/[,，、]/).map(t=>t.trim()).filter(Boolean))];function _({here:t,keep:n,may:o,changed:b,empty:_}){return $=>c`<form class="thing-edit" @submit=${n}>
<div class="set-field">
<div class="set-label"><label for="macro-name">${i("settings_macros.name")}</label></div>
<input id="macro-name" class="input" maxlength=${60} autocomplete="off" .value=${r(t.draft.name)} @input=${a=>(t.draft.name=a.target.value,b())} />
</div>
<div class="set-field">
<div class="set-label"><label for="macro-reply">${i("settings_macros.reply")}</label></div>
<textarea
id="macro-reply"
class="input area"
rows="3"
maxlength=${8e3}
.value=${r(t.draft.reply)}
@input=${a=>(t.draft.reply=a.target.value,b())}
></textarea>
<p class="field-hint">
${i("settings_macros.variables")}
${d.map(a=>c`<button type="button" class="text-button" @click=${()=>(a=>{let e=document.getElementById("macro-reply"),s=e?.selectionStart??t.draft.reply.length;t.draft.reply=`${t.draft.reply.slice(0,s)}{{${a}}}${t.draft.reply.slice(e?.selectionEnd??s)}`,b(),e?.focus()})(a)}>${i(`settings_macros.var_${a.replace(".","_")}`)}</button> `)}
</p>
</div>
<div class="set-field">
<div class="set-label"><span id="macro-actions">${i("settings_macros.actions")}</span></div>
<ol class="macro-steps" aria-labelledby="macro-actions">
${t.draft.actions.map((s,n)=>((s,n,r)=>c`<li class="macro-step">
<span class="macro-step-name">${i(`settings_macros.do_${s.do}`)}</span>
<span class="macro-step-how">${function(t,a,{agents:s,teams:n,statuses:r},o){let l=`macro-action-${a}`,d=i(`settings_macros.do_${t.do}`),u=a=>{Object.assign(t,a),o()};switch(t.do){case"assign":{let a=s.filter(a=>!1!==a.active||a.id===t.agent_id),n=[{value:"me",label:i("settings_macros.to_me")},{value:"",label:i("settings_macros.to_nobody")},...a.map(t=>({value:t.id,label:!1===t.active?i("settings_macros.gone",{name:t.name}):t.name}))];return e(l,n,t.agent_id??"",t=>u({agent_id:t||null}),d)}case"team":return e(l,n.map(t=>({value:t.id,label:t.name})),t.team_id??"",t=>u({team_id:t}),d);case"status":return e(l,r.map(t=>({value:t.id,label:t.name})),t.status_id??"",t=>u({status_id:t}),d);case"priority":return e(l,p.map(t=>({value:t,label:i(`settings_macros.priority_${t}`)})),t.priority??"",t=>u({priority:t}),d);case"add_labels":case"remove_labels":return c`<input
id=${l}
class="input"
autocomplete="off"
aria-label=${d}
placeholder=${i("settings_macros.labels_hint")}
.value=${(t.labels??[]).join(", ")}
@change=${t=>u({labels:f(t.target.value)})}
/>`;case"note":return b=t.text??"",_=t=>u({text:t}),$=i("settings_macros.note_hint"),c`<input id=${l} class="input" maxlength=${8e3} autocomplete="off" aria-label=${d} placeholder=${$??m} .value=${b} @input=${t=>_(t.target.value)} />`;case"snooze":{let a=g.map(t=>({value:String(t),label:i(`settings_macros.snooze_${t}`)})),s=String(t.minutes??0);return a.some(t=>t.value===s)||a.unshift({value:s,label:i("common.minutes",{count:Number(s)})}),e(l,a,s,t=>u({minutes:Number(t)||null}),d)}default:return m}var b,_,$}(s,n,r,b)}</span>
<button type="button" class="icon-button" ?disabled=${0===n} aria-label=${i("settings_macros.up",{number:n+1})} @click=${()=>((a,e)=>{let{actions:s}=t.draft;s.splice(e,0,...s.splice(a,1)),b()})(n,n-1)}>${a("up")}</button>
<button
type="button"
class="icon-button"
aria-label=${i("settings_macros.drop",{number:n+1})}
@click=${()=>{t.draft.actions.splice(n,1),b()}}
>
${a("x")}
</button>
</li>`)(s,n,$))}
</ol>
${t.draft.actions.length<20?c`<button type="button" class="button" aria-haspopup="menu" aria-expanded="false" @click=${a=>((a,e)=>l(e,i("settings_macros.add_action"),[{items:u.filter(t=>"team"!==t||a.teams.length>0).map(e=>({label:i(`settings_macros.do_${e}`),run:()=>{t.draft.actions.push(function(t,{teams:a,statuses:e}){return"status"===t?{do:t,status_id:e[0]?.id??""}:"assign"===t?{do:t,agent_id:"me"}:"team"===t?{do:t,team_id:a[0]?.id??""}:"priority"===t?{do:t,priority:"high"}:"add_labels"===t||"remove_labels"===t?{do:t,labels:[]}:"note"===t?{do:t,text:""}:"snooze"===t?{do:t,minutes:g[1]}:{do:t}}(e,a)),b(),requestAnimationFrame(()=>document.getElementById("macro-action-"+(t.draft.actions.length-1))?.focus())}}))}]))($,a.currentTarget)}>
${a("plus")}${i("settings_macros.add_action")}
</button>`:m}
</div>
${o.team&&o.own?s(t.draft.shared,a=>(t.draft.shared=a,b()),i("settings_macros.shared"),i("settings_macros.shared_hint")):m}
<p class="field-error" role="alert">${t.draft.wrong}</p>
<div class="set-box">
<button class="button primary" type="submit" ?disabled=${!t.draft.name.trim()||!t.draft.reply.trim()&&0===t.draft.actions.length} aria-busy=${t.draft.busy}>
${i(t.draft.id?"settings_macros.save":"settings_macros.add")}
</button>
<button class="button" type="button" @click=${()=>(t.draft=_(),b())}>${i("settings_macros.leave")}</button>
</div>
</form>`}function $(e){let{me:s,call:r,changed:d}=e,u={own:s.rights.includes("macro_own"),team:s.rights.includes("macro_team")},p=t(async()=>{let[t,a,e,s]=await Promise.all(["/macros","/agents?limit=200","/teams","/ticket-statuses"].map(t=>r("GET",t)));return{macros:t.items,agents:a.items,teams:e.items,statuses:s.statuses}},d),g=()=>({...b(),shared:u.team}),f={draft:g()},{keep:$,edit:h,write:y,remove:v}=function({here:t,on:{call:a,say:e,failed:s,ask:n,changed:r},loaded:o,empty:l}){let c=()=>requestAnimationFrame(()=>document.getElementById("macro-name")?.focus());return{keep:async n=>{if(n.preventDefault(),t.draft.busy)return;let{id:c,name:m,shared:d,reply:u,actions:p}=t.draft;t.draft.busy=!0,t.draft.wrong="";let g={name:m,shared:d,reply:u.trim()?u:null,actions:p};try{c?await a("PATCH",`/macros/${c}`,g):await a("POST","/macros",g),e(i("settings_macros.kept",{name:m})),t.draft=l(),await o.load()}catch(a){t.draft.busy=!1,(a=>{let{code:e="",field:n=""}=a,r=Number(/^actions\[(\d+)\]/.exec(String(n))?.[1]??Number.NaN);t.draft.actions[r]?t.draft.wrong=i("settings_macros.wrong_action",{number:r+1}):"reply"===n?t.draft.wrong=i("settings_macros.wrong_reply"):"name"===n?t.draft.wrong=i("settings_macros.wrong_name"):"actions"===n?t.draft.wrong=i("settings_macros.wrong_nothing"):"macro_limit"===e?t.draft.wrong=i("settings_macros.limit"):s(a)})(a)}r()},edit:a=>{t.draft={...b(a),open:!0},r(),c()},write:()=>{t.draft={...l(),open:!t.draft.open||""!==t.draft.id},r(),t.draft.open&&c()},remove:async r=>{if(await n({title:i("settings_macros.delete_ask",{name:r.name}),confirm:i("settings_macros.delete")})){try{await a("DELETE",`/macros/${r.id}`,{}),t.draft.id===r.id&&(t.draft=l()),e(i("settings_macros.deleted",{name:r.name}))}catch(t){s(t)}await o.load()}}}}({here:f,on:e,loaded:p,empty:g}),w=_({here:f,keep:$,may:u,changed:d,empty:g});return{start:p.load,body:()=>p.view(t=>n(i("settings_macros.list"),c`${f.draft.open&&!f.draft.id?w(t):m}
${0===t.macros.length?c`<p class="nothing-yet">${i("settings_macros.none")}</p>`:c`<ul class="things">
${t.macros.map(e=>f.draft.open&&f.draft.id===e.id?c`<li class="thing">${w(t)}</li>`:(t=>c`<li class="thing">
<span class="thing-mark">${a("zap")}</span>
<div class="thing-what">
<span class="thing-name">${t.name} ${t.shared?m:c`<span class="chip chip-line">${i("settings_macros.own")}</span>`}</span>
<span class="thing-about">${(t=>t.unreadable?i("settings_macros.unreadable"):[t.reply?.slice(0,80),...t.actions.map(t=>i(`settings_macros.do_${t.do}`))].filter(Boolean).join(" · "))(t)} · ${o("settings_macros.used",t.used)}</span>
</div>
${(t.shared?u.team:u.own)?c`<div class="thing-does">
<button
type="button"
class="icon-button"
aria-haspopup="menu"
aria-label=${i("settings_macros.more_of",{name:t.name})}
title=${i("settings_macros.more_of",{name:t.name})}
@click=${e=>((t,e)=>l(e,t.name,[{items:[{label:i("settings_macros.change_it"),mark:a("pencil"),run:()=>h(t)}]},{items:[{label:i("settings_macros.delete"),mark:a("trash"),run:()=>v(t)}]}]))(t,e.currentTarget)}
>
${a("more",18)}
</button>
</div>`:m}
</li>`)(e))}
</ul>`}`,i("settings_macros.intro"),u.own||u.team?c`<button type="button" class="button" aria-expanded=${f.draft.open&&!f.draft.id?"true":"false"} @click=${y}>${a("plus")}${i("settings_macros.new")}</button>`:m))}}export{f as labelsIn,$ as macrosPage};
