import{a as e}from"./with-parts-picker.js";import{r as a,t}from"./thread.js";import{Aa as n,J as r,N as o,Q as s,la as i,r as d,xa as m,za as h}from"./app.js";var l=(e,a)=>("team_id"in a?e.teams.rows.find(e=>e.id===a.team_id)?.name:e.agentName(a.agent_id))??"";function p(e,t,o,s){let m=r("thread.hand_to",{name:l(e,s)}),p=t=>{let n=t.value.trim();h(),a(e,o,"team_id"in s?"team":"assign",{...s,note:n})};n(t,m,()=>d`<form
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
</form>`)}function f(a,n,i,d){if(d)return p(a,n,i,d);let h=new Set(i.map(e=>a.cache.rows.get(e)?.agent_id)),l=[...a.agents.filter(e=>e.active&&!(1===h.size&&h.has(e.id))).map(e=>({id:e.id,label:e.name,hint:r(`agent.state_${m(e)}`),mark:s(e,"small")})),...a.teams.rows.map(e=>({id:e.id,label:e.name,hint:t(a,e),mark:o("users",18)}))],f=new Set(a.teams.rows.map(e=>e.id));e(n,{label:r("thread.hand_over"),placeholder:r("thread.hand_find"),nothing:r("thread.hand_none"),options:e=>l.filter(a=>a.label.toLowerCase().includes(e.toLowerCase())),choose:({id:e})=>{setTimeout(()=>p(a,n,i,f.has(e)?{team_id:e}:{agent_id:e}))}})}export{f as handOver};
