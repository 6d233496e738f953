import{a as e}from"./with-parts-picker.js";import{v as a,x as t}from"./thread.js";import{Aa as n,Ba as r,J as o,N as s,Q as i,la as d,r as m,ya as h}from"./app.js";var l=(e,a)=>("team_id"in a?e.teams.rows.find(e=>e.id===a.team_id)?.name:e.agentName(a.agent_id))??"";function p(e,t,s,i){let h=o("thread.hand_to",{name:l(e,i)}),p=t=>{let r=t.value.trim();n(),a(e,s,"team_id"in i?"team":"assign",{...i,note:r})};r(t,h,()=>m`<form
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
</form>`)}function f(a,n,r,d){if(d)return p(a,n,r,d);let m=new Set(r.map(e=>a.cache.rows.get(e)?.agent_id)),l=[...a.agents.filter(e=>e.active&&!(1===m.size&&m.has(e.id))).map(e=>({id:e.id,label:e.name,hint:o(`agent.state_${h(e)}`),mark:i(e,"small")})),...a.teams.rows.map(e=>({id:e.id,label:e.name,hint:t(a,e),mark:s("users",18)}))],f=new Set(a.teams.rows.map(e=>e.id));e(n,{label:o("thread.hand_over"),placeholder:o("thread.hand_find"),nothing:o("thread.hand_none"),options:e=>l.filter(a=>a.label.toLowerCase().includes(e.toLowerCase())),choose:({id:e})=>{setTimeout(()=>p(a,n,r,f.has(e)?{team_id:e}:{agent_id:e}))}})}export{f as handOver};
