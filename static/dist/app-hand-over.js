import{E as t,J as e,K as a,O as n,W as o,fa as s,ga as l,r as i,u as r,v as f,ya as c}from"./app.js";var u=({suggestion:{agent_id:t,team_id:e}})=>t?`agent:${t}`:e?`team:${e}`:"queue",d=t=>({left:t,to:t.conversation.ticket||"snoozed"===t.conversation.state?"keep":u(t),note:""});function p({left:t,to:e,note:a}){let[n,o]=e.split(":");return{conversation_id:t.conversation.id,..."agent"===n?{agent_id:o}:"team"===n?{team_id:o}:{},...a.trim()?{note:a.trim()}:{}}}var g=(t,a)=>t&&a-Date.parse(t)>=6e4?e("shift.waits",{time:o(t,a)}):null;async function m(o){let m,h;try{let t=o.agents.length>0?null:o.loadAgents(),[,,e,a]=await Promise.all([l("shift"),s("shift"),o.api.left(),o.api.teams(),t]);m=e.items.map(d),h=a.items}catch(t){return o.failed(t)}let $=document.createElement("dialog");$.className="dialog dialog-left",$.setAttribute("aria-labelledby","left-title");let v=!1,b="",_=document.activeElement,y=()=>$.close(),k=async t=>{if(t.preventDefault(),v)return;let s=m.filter(t=>"keep"!==t.to);v=!0,w();try{Object.assign(o.agent,await o.api.handOver(s.map(p)))}catch(t){return v=!1,b=function(t,a){let o=t[Number(/^items\[(\d+)\]/.exec(a.field??"")?.[1]??Number.NaN)];return o?e("shift.left_wrong",{name:n(o.left.conversation.contact)}):e("shift.left_failed")}(s,t),void w()}y(),o.touch("frame"),o.notify({text:s.length?a("shift.left_done",s.length):e("shift.left_offline"),icon:"circle-check"})},w=()=>f(i`<form class="dialog-body" @submit=${k}>
<h2 id="left-title">${e("shift.done_for_today")}</h2>
<p>${m.length?a("shift.left_intro",m.length):e("shift.left_nothing")}</p>
${m.length?i`<ul class="left">
${m.map((a,s)=>function(a,o,s,l,f){let{conversation:d}=s.left,p=Date.now(),m=[d.last_message?.text?.slice(0,80),"snoozed"===d.state?e("shift.snoozed"):g(d.waiting_since,p)],h=a.agents.filter(t=>!1!==t.active&&t.id!==a.agent.id),$=u(s.left),v=(t,a)=>i`<option value=${t} ?selected=${s.to===t}>${t===$?e("shift.suggested",{name:a}):a}</option>`;return i`<li class="left-one">
<div class="left-what"><strong>${n(d.contact)}</strong><span>${m.filter(Boolean).join(" · ")}</span></div>
<label class="hidden" for="left-to-${l}">${e("shift.goes_to",{name:n(d.contact)})}</label>
<span class="select"
><select
id="left-to-${l}"
@change=${t=>{s.to=t.target.value,f()}}
>
${v("queue",e("shift.to_queue"))} ${v("keep",e("shift.to_keep"))}
${o.length?i`<optgroup label=${e("shift.teams")}>${o.map(t=>v(`team:${t.id}`,t.name))}</optgroup>`:r}
${h.length?i`<optgroup label=${e("shift.colleagues")}>
${h.map(t=>v(`agent:${t.id}`,`${t.name} (${e(`agent.state_${c(t)}`)})`))}
</optgroup>`:r}
</select></span
>
${"keep"===s.to?r:i`<input
class="input"
maxlength=${2e3}
autocomplete="off"
placeholder=${e("shift.note")}
aria-label=${e("shift.note_for",{name:n(d.contact)})}
.value=${t(s.note)}
@input=${t=>s.note=t.target.value}
/>`}
</li>`}(o,h,a,s,w))}
</ul>`:r}
<p class="field-error" role="alert">${b}</p>
<div class="dialog-actions">
<button type="button" class="button" @click=${y}>${e("shift.not_yet")}</button>
<button type="submit" class="button primary" aria-busy=${v}>${e(m.some(t=>"keep"!==t.to)?"shift.hand_over":"shift.go_offline")}</button>
</div>
</form>`,$);w(),$.addEventListener("click",t=>t.target===$&&y()),$.addEventListener("close",()=>{$.remove(),_?.focus()}),document.body.append($),$.showModal()}export{m as openHandOver,p as sent};
