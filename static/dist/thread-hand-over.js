import{A as e,B as a,a as t}from"./thread.js";import"./with-store-tickets-ticket.js";import{Aa as n,J as r,N as s,Q as o,la as i,r as d,xa as m,za as h}from"./app.js";var l=(e,a)=>("team_id"in a?e.teams.rows.find(e=>e.id===a.team_id)?.name:e.agentName(a.agent_id))??"";function p(a,t,s,o){let m=r("thread.hand_to",{name:l(a,o)}),p=t=>{let n=t.value.trim();h(),e(a,s,"team_id"in o?"team":"assign",{...o,note:n})};n(t,m,()=>d`<form
class="popup-form"
@submit=${e=>{e.preventDefault(),p(e.target.elements.namedItem("note"))}}
>
<strong>${m}</strong>
<label for="hand-note">${r("thread.hand_note")}</label>
<textarea
id="hand-note"
name="note"
rows="3"
maxlength=${2e3}
autofocus
placeholder=${r("thread.hand_note_hint")}
@keydown=${e=>{"Enter"!==e.key||e.shiftKey||e.isComposing||(e.preventDefault(),p(e.target))}}
></textarea>
<button class="button primary">${r("thread.hand_over")}<kbd class="no-phone" aria-hidden="true">${i("Enter")}</kbd></button>
</form>`)}function f(e,n,i,d){if(d)return p(e,n,i,d);let h=new Set(i.map(a=>e.cache.rows.get(a)?.agent_id)),l=[...e.agents.filter(e=>e.active&&!(1===h.size&&h.has(e.id))).map(e=>({id:e.id,label:e.name,hint:r(`agent.state_${m(e)}`),mark:o(e,"small")})),...e.teams.rows.map(t=>({id:t.id,label:t.name,hint:a(e,t),mark:s("users",18)}))],f=new Set(e.teams.rows.map(e=>e.id));t(n,{label:r("thread.hand_over"),placeholder:r("thread.hand_find"),nothing:r("thread.hand_none"),options:e=>l.filter(a=>a.label.toLowerCase().includes(e.toLowerCase())),choose:({id:a})=>{setTimeout(()=>p(e,n,i,f.has(a)?{team_id:a}:{agent_id:a}))}})}export{f as handOver};
