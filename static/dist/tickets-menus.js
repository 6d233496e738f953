import{a as e,b as t,g as l}from"./tickets.js";import"./with-tickets-actions.js";import{a}from"./with-parts-picker.js";import{$ as i,Q as s,R as n,S as r,W as o,Z as c,_ as d,aa as u}from"./thread.js";import{Aa as m,H as k,J as p,N as b,Q as f,U as g,r as h,u as y,xa as $,za as _}from"./app.js";var w=["related","duplicate","parent","child"];function v({desk:i,tickets:c}){let d=(e,t)=>{let l=new Set(e.flatMap(e=>c.rows.get(e)??[]).map(t));return 1===l.size?[...l][0]:void 0},u=e=>({quiet:1===e.length&&!c.selection.has(e[0])}),m=(e,t,l,a=u(e))=>(e.some(e=>c.selection.has(e))&&"label"!==t&&"unlabel"!==t&&c.selection.clear(),c.act(e,t,l,a));return{status:(t,l)=>{let a=d(l,e=>e.status_id),i=d(l,e=>e.category),s=o(c.statuses,i);g(t,p("tickets.col_status"),n.map(t=>({items:s.filter(e=>e.category===t).map(i=>({label:i.name,mark:e(t),checked:i.id===a,run:()=>m(l,"status",{status_id:i.id},r(t)?{key:"tickets.done_solve"}:u(l))}))})))},priority:(e,a)=>{let i=d(a,e=>e.priority);g(e,p("tickets.col_priority"),[{items:s.map(e=>({label:l(e),mark:t(e),checked:e===i,run:()=>m(a,"priority",{priority:e})}))}])},assign:(e,t)=>{let l=d(t,e=>e.agent_id),a=d(t,e=>e.team_id),s=i.agent.id,n=e=>h`${f(e,"small")}`,r=e=>()=>m(t,"assign",{agent_id:e}),o=i.agents.filter(e=>e.active&&e.id!==s);g(e,p("thread.assign"),[{items:[{label:p("thread.assign_me"),hint:"M",mark:n(i.agent),checked:l===s,run:r(s)}]},{label:o.length?p("thread.colleagues"):void 0,items:o.map(e=>({label:e.name,hint:p(`agent.state_${$(e)}`),mark:n(e),checked:l===e.id,run:r(e.id)}))},{label:i.teams.rows.length?p("thread.teams"):void 0,items:i.teams.rows.map(e=>({label:e.name,mark:b("users",18),checked:e.id===a,run:()=>m(t,"team",{team_id:e.id})}))},{items:[{label:p("thread.assign_nobody"),checked:null===l,run:r(null)}]}])},label:(e,t)=>{let l=[...t],s=e=>l.every(t=>c.rows.get(t)?.labels.includes(e)),n=e=>{let t=s(e)?"unlabel":"label";i.labels.expect(e),m(l,t,{labels:[e]},{quiet:1===l.length})};a(e,{label:p("thread.labels"),placeholder:p("thread.labels_find"),nothing:p("thread.labels_none"),several:!0,options:e=>i.labels.search(e).map(e=>({id:e.id,label:e.name,mark:h`<i class="label-dot series-${i.labels.colour(e.name)}"></i>`,checked:s(e.name)})),choose:e=>n(e.label),create:{label:e=>p("thread.labels_create",{name:e}),run:n}})}}}function x({desk:t,tickets:l}){return{type:(e,t,a)=>{let s=l.rows.get(t)?.type_id??null,n=async(e,i)=>{let s=l.type(e),n=await l.change(t,{type_id:e,...i?{fields:i}:{}},{type_id:e,type:s&&{id:s.id,name:s.name}});n&&a(n)},r=t=>()=>{let a=l.opened.ticket?.fields??{},s=(l.type(t)?.fields??[]).filter(e=>e.required&&!i(e,a[e.key]));s.length>0?setTimeout(()=>function(e,l){let a={},s=!1,r=e=>s&&!i(e,a[e.key]),o=null;o=m(e,p("tickets.col_type"),()=>h`<form
class="popup-form type-form"
novalidate
@submit=${e=>{e.preventDefault(),s=!0,o?.();let i=l.find(r);if(i)return document.getElementById(`type-${i.key}`)?.focus();_(),n(t,a)}}
>
${l.map(e=>h`<label for="type-${e.key}">${c(e,k)}</label>
${u(e,{id:`type-${e.key}`,value:a[e.key],wrong:r(e),look:"prop-field",set:t=>a[e.key]=t})}
${r(e)?h`<p class="field-error" role="alert">${p("ticket_new.wrong_required")}</p>`:y}`)}
<button class="button primary">${p("tickets.set")}</button>
</form>`)}(e,s)):n(t)};g(e,p("tickets.col_type"),[{items:l.types.map(e=>({label:e.name,checked:e.id===s,run:r(e.id)}))},{items:[{label:p("tickets.no_type"),checked:null===s,run:r(null)}]}])},due:(e,t,a)=>{let i=l.rows.get(t)?.due_at??null,s=new Date;s.setHours(17,0,0,0);let n=async e=>{_();let i=await l.change(t,{due_at:e});i&&a(i)};m(e,p("tickets.col_due"),()=>h`<form
class="popup-form"
@submit=${e=>{e.preventDefault();let t=e.target.elements.namedItem("due"),l=new Date(t.value);if(Number.isNaN(l.getTime()))return t.focus();n(l.toISOString())}}
>
<label for="ticket-due-at">${p("tickets.col_due")}</label>
<input id="ticket-due-at" name="due" type="datetime-local" required .value=${(e=>new Date(e.getTime()-6e4*e.getTimezoneOffset()).toISOString().slice(0,16))(i?new Date(i):s)} />
<button class="button primary">${p("tickets.set")}</button>
${i?h`<button type="button" class="text-button quiet" @click=${()=>n(null)}>${p("tickets.no_due")}</button>`:""}
</form>`)},followers:(e,i)=>{let s=[...i.followers];a(e,{label:p("tickets.followers"),placeholder:p("tickets.followers_find"),nothing:p("tickets.followers_none"),several:!0,options:e=>t.agents.filter(t=>t.active&&t.name.toLowerCase().includes(e.toLowerCase())).map(e=>({id:e.id,label:e.id===t.agent.id?p("tickets.follow_me",{name:e.name}):e.name,mark:h`${f(e,"small")}`,checked:s.includes(e.id)})),choose({id:e}){s=s.includes(e)?s.filter(t=>t!==e):[...s,e],l.opened.patch(i.id,{followers:s}),l.api.followers(i.id,s).then(l.tell,e=>{t.failed(e),l.want(i.id)})}})},link:(a,i)=>function(t,{ticket:l,tickets:a,failed:i}){let s={text:"",kind:"related",wrong:""},n=null,r=e=>{Object.assign(s,{wrong:"",...e}),n?.()},o=async e=>{try{let t=await a.api.link(l.id,e,s.kind);_(),a.tell(t)}catch(t){let{status:l,code:a}=t;"circle"===a?r({wrong:p("tickets.link_circle")}):404===l||400===l?r({wrong:p("tickets.link_missing",{name:e})}):(_(),i(t))}};n=m(t,p("tickets.add_link"),()=>h`<form
class="popup-form link-form"
@submit=${e=>{e.preventDefault();let[t]=s.text.trim()?d(a.rows.values(),s.text,l.id):[];s.text.trim()&&o(t?.id??s.text.trim())}}
>
<label for="link-kind">${p("tickets.link_how")}</label>
<select id="link-kind" class="prop-field" @change=${e=>r({kind:e.target.value})}>
${w.map(e=>h`<option value=${e} ?selected=${e===s.kind}>${p(`tickets.link_as_${e}`)}</option>`)}
</select>
<label for="link-other">${p("tickets.link_other")}</label>
<input id="link-other" autofocus autocomplete="off" placeholder=${p("tickets.link_find")} aria-describedby="link-wrong" @input=${e=>r({text:e.target.value})} />
<p class="field-error" id="link-wrong" role="alert">${s.wrong}</p>
${s.text.trim()?h`<ul class="link-found">
${d(a.rows.values(),s.text,l.id).map(t=>h`<li><button type="button" class="menu-item" @click=${()=>o(t.id)}>${e(t.category)}<span class="menu-label cut">${t.name} ${t.title}</span></button></li>`)}
</ul>`:""}
<button class="button primary">${p("tickets.link_do")}</button>
</form>`)}(a,{ticket:i,tickets:l,failed:t.failed})}}var D=e=>({...v(e),...x(e)});export{D as createMenus};
