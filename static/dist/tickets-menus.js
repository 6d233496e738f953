import{a as e,b as t,g as l}from"./tickets.js";import"./with-tickets-actions.js";import{a}from"./with-parts-picker.js";import{U as i,V as s,W as n,_ as r,ba as o,ca as c,da as d,ea as u}from"./thread.js";import{Aa as m,Ba as k,H as p,J as b,N as f,Q as g,U as h,r as y,u as _,ya as w}from"./app.js";var $=["related","duplicate","parent","child"];function v({desk:o,tickets:c}){let d=(e,t)=>{let l=new Set(e.flatMap(e=>c.rows.get(e)??[]).map(t));return 1===l.size?[...l][0]:void 0},u=e=>({quiet:1===e.length&&!c.selection.has(e[0])}),m=(e,t,l,a=u(e))=>(e.some(e=>c.selection.has(e))&&"label"!==t&&"unlabel"!==t&&c.selection.clear(),c.act(e,t,l,a));return{status:(t,l)=>{let a=d(l,e=>e.status_id),i=d(l,e=>e.category),o=r(c.statuses,i);h(t,b("tickets.col_status"),s.map(t=>({items:o.filter(e=>e.category===t).map(i=>({label:i.name,mark:e(t),checked:i.id===a,run:()=>m(l,"status",{status_id:i.id},n(t)?{key:"tickets.done_solve"}:u(l))}))})))},priority:(e,a)=>{let s=d(a,e=>e.priority);h(e,b("tickets.col_priority"),[{items:i.map(e=>({label:l(e),mark:t(e),checked:e===s,run:()=>m(a,"priority",{priority:e})}))}])},assign:(e,t)=>{let l=d(t,e=>e.agent_id),a=d(t,e=>e.team_id),i=o.agent.id,s=e=>y`${g(e,"small")}`,n=e=>()=>m(t,"assign",{agent_id:e}),r=o.agents.filter(e=>e.active&&e.id!==i);h(e,b("thread.assign"),[{items:[{label:b("thread.assign_me"),hint:"M",mark:s(o.agent),checked:l===i,run:n(i)}]},{label:r.length?b("thread.colleagues"):void 0,items:r.map(e=>({label:e.name,hint:b(`agent.state_${w(e)}`),mark:s(e),checked:l===e.id,run:n(e.id)}))},{label:o.teams.rows.length?b("thread.teams"):void 0,items:o.teams.rows.map(e=>({label:e.name,mark:f("users",18),checked:e.id===a,run:()=>m(t,"team",{team_id:e.id})}))},{items:[{label:b("thread.assign_nobody"),checked:null===l,run:n(null)}]}])},label:(e,t)=>{let l=[...t],i=e=>l.every(t=>c.rows.get(t)?.labels.includes(e)),s=e=>{let t=i(e)?"unlabel":"label";o.labels.expect(e),m(l,t,{labels:[e]},{quiet:1===l.length})};a(e,{label:b("thread.labels"),placeholder:b("thread.labels_find"),nothing:b("thread.labels_none"),several:!0,options:e=>o.labels.search(e).map(e=>({id:e.id,label:e.name,mark:y`<i class="label-dot series-${o.labels.colour(e.name)}"></i>`,checked:i(e.name)})),choose:e=>s(e.label),create:{label:e=>b("thread.labels_create",{name:e}),run:s}})}}}function x({desk:t,tickets:l}){return{type:(e,t,a)=>{let i=l.rows.get(t)?.type_id??null,s=async(e,i)=>{let s=l.type(e),n=await l.change(t,{type_id:e,...i?{fields:i}:{}},{type_id:e,type:s&&{id:s.id,name:s.name}});n&&a(n)},n=t=>()=>{let a=l.opened.ticket?.fields??{},i=(l.type(t)?.fields??[]).filter(e=>e.required&&!d(e,a[e.key]));i.length>0?setTimeout(()=>function(e,l){let a={},i=!1,n=e=>i&&!d(e,a[e.key]),r=null;r=k(e,b("tickets.col_type"),()=>y`<form
class="popup-form type-form"
novalidate
@submit=${e=>{e.preventDefault(),i=!0,r?.();let o=l.find(n);if(o)return document.getElementById(`type-${o.key}`)?.focus();m(),s(t,a)}}
>
${l.map(e=>y`<label for="type-${e.key}">${o(e,p)}</label>
${u(e,{id:`type-${e.key}`,value:a[e.key],wrong:n(e),look:"prop-field",set:t=>a[e.key]=t})}
${n(e)?y`<p class="field-error" role="alert">${b("ticket_new.wrong_required")}</p>`:_}`)}
<button class="button primary">${b("tickets.set")}</button>
</form>`)}(e,i)):s(t)};h(e,b("tickets.col_type"),[{items:l.types.map(e=>({label:e.name,checked:e.id===i,run:n(e.id)}))},{items:[{label:b("tickets.no_type"),checked:null===i,run:n(null)}]}])},due:(e,t,a)=>{let i=l.rows.get(t)?.due_at??null,s=new Date;s.setHours(17,0,0,0);let n=async e=>{m();let i=await l.change(t,{due_at:e});i&&a(i)};k(e,b("tickets.col_due"),()=>y`<form
class="popup-form"
@submit=${e=>{e.preventDefault();let t=e.target.elements.namedItem("due"),l=new Date(t.value);if(Number.isNaN(l.getTime()))return t.focus();n(l.toISOString())}}
>
<label for="ticket-due-at">${b("tickets.col_due")}</label>
<input id="ticket-due-at" name="due" type="datetime-local" required .value=${(e=>new Date(e.getTime()-6e4*e.getTimezoneOffset()).toISOString().slice(0,16))(i?new Date(i):s)} />
<button class="button primary">${b("tickets.set")}</button>
${i?y`<button type="button" class="text-button quiet" @click=${()=>n(null)}>${b("tickets.no_due")}</button>`:""}
</form>`)},followers:(e,i)=>{let s=[...i.followers];a(e,{label:b("tickets.followers"),placeholder:b("tickets.followers_find"),nothing:b("tickets.followers_none"),several:!0,options:e=>t.agents.filter(t=>t.active&&t.name.toLowerCase().includes(e.toLowerCase())).map(e=>({id:e.id,label:e.id===t.agent.id?b("tickets.follow_me",{name:e.name}):e.name,mark:y`${g(e,"small")}`,checked:s.includes(e.id)})),choose({id:e}){s=s.includes(e)?s.filter(t=>t!==e):[...s,e],l.opened.patch(i.id,{followers:s}),l.api.followers(i.id,s).then(l.tell,e=>{t.failed(e),l.want(i.id)})}})},link:(a,i)=>function(t,{ticket:l,tickets:a,failed:i}){let s={text:"",kind:"related",wrong:""},n=null,r=e=>{Object.assign(s,{wrong:"",...e}),n?.()},o=async e=>{try{let t=await a.api.link(l.id,e,s.kind);m(),a.tell(t)}catch(t){let{status:l,code:a}=t;"circle"===a?r({wrong:b("tickets.link_circle")}):404===l||400===l?r({wrong:b("tickets.link_missing",{name:e})}):(m(),i(t))}};n=k(t,b("tickets.add_link"),()=>y`<form
class="popup-form link-form"
@submit=${e=>{e.preventDefault();let[t]=s.text.trim()?c(a.rows.values(),s.text,l.id):[];s.text.trim()&&o(t?.id??s.text.trim())}}
>
<label for="link-kind">${b("tickets.link_how")}</label>
<select id="link-kind" class="prop-field" @change=${e=>r({kind:e.target.value})}>
${$.map(e=>y`<option value=${e} ?selected=${e===s.kind}>${b(`tickets.link_as_${e}`)}</option>`)}
</select>
<label for="link-other">${b("tickets.link_other")}</label>
<input id="link-other" autofocus autocomplete="off" placeholder=${b("tickets.link_find")} aria-describedby="link-wrong" @input=${e=>r({text:e.target.value})} />
<p class="field-error" id="link-wrong" role="alert">${s.wrong}</p>
${s.text.trim()?y`<ul class="link-found">
${c(a.rows.values(),s.text,l.id).map(t=>y`<li><button type="button" class="menu-item" @click=${()=>o(t.id)}>${e(t.category)}<span class="menu-label cut">${t.name} ${t.title}</span></button></li>`)}
</ul>`:""}
<button class="button primary">${b("tickets.link_do")}</button>
</form>`)}(a,{ticket:i,tickets:l,failed:t.failed})}}var D=e=>({...v(e),...x(e)});export{D as createMenus};
