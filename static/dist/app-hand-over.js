import{E as t,J as e,K as a,O as o,W as n,fa as s,ga as i,r as l,u as r,v as f,xa as c}from"./app.js";var u=({suggestion:{agent_id:t,team_id:e}})=>t?`agent:${t}`:e?`team:${e}`:"queue",d=t=>({left:t,to:t.conversation.ticket||"snoozed"===t.conversation.state?"keep":u(t),note:""});function p({left:t,to:e,note:a}){let[o,n]=e.split(":");return{conversation_id:t.conversation.id,..."agent"===o?{agent_id:n}:"team"===o?{team_id:n}:{},...a.trim()?{note:a.trim()}:{}}}var m=(t,a)=>t&&a-Date.parse(t)>=6e4?e("shift.waits",{time:n(t,a)}):null;async function g(n){let g,h;try{let[,,t,e]=await Promise.all([i("shift"),s("shift"),n.api.left(),n.api.teams()]);g=t.items.map(d),h=e.items}catch(t){return n.failed(t)}let $=document.createElement("dialog");$.className="dialog dialog-left",$.setAttribute("aria-labelledby","left-title");let v=!1,b="",_=document.activeElement,y=()=>$.close(),k=async t=>{if(t.preventDefault(),v)return;let s=g.filter(t=>"keep"!==t.to);v=!0,w();try{Object.assign(n.agent,await n.api.handOver(s.map(p)))}catch(t){return v=!1,b=function(t,a){let n=t[Number(/^items\[(\d+)\]/.exec(a.field??"")?.[1]??Number.NaN)];return n?e("shift.left_wrong",{name:o(n.left.conversation.contact)}):e("shift.left_failed")}(s,t),void w()}y(),n.touch("frame"),n.notify({text:s.length?a("shift.left_done",s.length):e("shift.left_offline"),icon:"circle-check"})},w=()=>f(l`<form class="dialog-body" @submit=${k}>
<h2 id="left-title">${e("shift.done_for_today")}</h2>
<p>${g.length?a("shift.left_intro",g.length):e("shift.left_nothing")}</p>
${g.length?l`<ul class="left">
${g.map((a,s)=>function(a,n,s,i,f){let{conversation:d}=s.left,p=Date.now(),g=[d.last_message?.text?.slice(0,80),"snoozed"===d.state?e("shift.snoozed"):m(d.waiting_since,p)],h=a.agents.filter(t=>!1!==t.active&&t.id!==a.agent.id),$=u(s.left),v=(t,a)=>l`<option value=${t} ?selected=${s.to===t}>${t===$?e("shift.suggested",{name:a}):a}</option>`;return l`<li class="left-one">
<div class="left-what"><strong>${o(d.contact)}</strong><span>${g.filter(Boolean).join(" · ")}</span></div>
<label class="hidden" for="left-to-${i}">${e("shift.goes_to",{name:o(d.contact)})}</label>
<span class="select"
><select
id="left-to-${i}"
@change=${t=>{s.to=t.target.value,f()}}
>
${v("queue",e("shift.to_queue"))} ${v("keep",e("shift.to_keep"))}
${n.length?l`<optgroup label=${e("shift.teams")}>${n.map(t=>v(`team:${t.id}`,t.name))}</optgroup>`:r}
${h.length?l`<optgroup label=${e("shift.colleagues")}>
${h.map(t=>v(`agent:${t.id}`,`${t.name} (${e(`agent.state_${c(t)}`)})`))}
</optgroup>`:r}
</select></span
>
${"keep"===s.to?r:l`<input
class="input"
maxlength=${2e3}
autocomplete="off"
placeholder=${e("shift.note")}
aria-label=${e("shift.note_for",{name:o(d.contact)})}
.value=${t(s.note)}
@input=${t=>s.note=t.target.value}
/>`}
</li>`}(n,h,a,s,w))}
</ul>`:r}
<p class="field-error" role="alert">${b}</p>
<div class="dialog-actions">
<button type="button" class="button" @click=${y}>${e("shift.not_yet")}</button>
<button type="submit" class="button primary" aria-busy=${v}>${e(g.some(t=>"keep"!==t.to)?"shift.hand_over":"shift.go_offline")}</button>
</div>
</form>`,$);w(),$.addEventListener("click",t=>t.target===$&&y()),$.addEventListener("close",()=>{$.remove(),_?.focus()}),document.body.append($),$.showModal()}export{g as openHandOver,p as sent};
