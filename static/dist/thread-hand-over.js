import{A as e,B as a,a as t}from"./thread.js";import{a as n,b as r}from"./with-parts-popup.js";import{J as o,N as s,Q as i,na as d,r as m,za as h}from"./app.js";var l=(e,a)=>("team_id"in a?e.teams.rows.find(e=>e.id===a.team_id)?.name:e.agentName(a.agent_id))??"";function p(a,t,s,i){let h=o("thread.hand_to",{name:l(a,i)}),p=t=>{let r=t.value.trim();n(),e(a,s,"team_id"in i?"team":"assign",{...i,note:r})};r(t,h,()=>m`<form
class="popup-form"
@submit=${e=>{e.preventDefault(),p(e.target.elements.namedItem("note"))}}
>
<strong>${h}</strong>
<label for="hand-note">${o("thread.hand_note")}</label>
<textarea
id="hand-note"
name="note"
rows="3"
maxlength=${2e3}
autofocus
placeholder=${o("thread.hand_note_hint")}
@keydown=${e=>{"Enter"!==e.key||e.shiftKey||e.isComposing||(e.preventDefault(),p(e.target))}}
></textarea>
<button class="button primary">${o("thread.hand_over")}<kbd class="no-phone" aria-hidden="true">${d("Enter")}</kbd></button>
</form>`)}function f(e,n,r,d){if(d)return p(e,n,r,d);let m=new Set(r.map(a=>e.cache.rows.get(a)?.agent_id)),l=[...e.agents.filter(e=>e.active&&!(1===m.size&&m.has(e.id))).map(e=>({id:e.id,label:e.name,hint:o(`agent.state_${h(e)}`),mark:i(e,"small")})),...e.teams.rows.map(t=>({id:t.id,label:t.name,hint:a(e,t),mark:s("users",18)}))],f=new Set(e.teams.rows.map(e=>e.id));t(n,{label:o("thread.hand_over"),placeholder:o("thread.hand_find"),nothing:o("thread.hand_none"),options:e=>l.filter(a=>a.label.toLowerCase().includes(e.toLowerCase())),choose:({id:a})=>{setTimeout(()=>p(e,n,r,f.has(a)?{team_id:a}:{agent_id:a}))}})}export{f as handOver};
