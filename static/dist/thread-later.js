import"./thread.js";import{$ as t,Aa as e,Ba as a,E as n,J as i,N as s,U as l,Z as r,fa as o,ga as c,r as u,u as f}from"./app.js";function d(t,e=null){let a=(e,a)=>new Date(t.getFullYear(),t.getMonth(),t.getDate()+e,a),n=a(0,15),i=e?new Date(e):null;return[...n.getTime()-t.getTime()>=18e5?[{name:"afternoon",at:n}]:[],...i&&i>t?[{name:"opening",at:i}]:[],{name:"tomorrow",at:a(1,9)},...0===t.getDay()?[]:[{name:"monday",at:a((8-t.getDay())%7||7,9)}]]}var m=()=>Promise.all([c("shift"),o("shift")]),p=t=>new Date(t.getTime()-6e4*t.getTimezoneOffset()).toISOString().slice(0,16),h=(t,e)=>u`<label for=${t}>${i("shift.send_at")}</label>
<input id=${t} name="at" type="datetime-local" required min=${p(new Date)} .value=${p(e)} />`;function g(t){let{at:e}=t.elements,a=new Date(e.value);return!Number.isNaN(a.getTime())&&a.getTime()>Date.now()?a.toISOString():(e.focus(),null)}async function b(t,e){let a=!0;try{await e()}catch(e){a=!1;let{code:n}=e;"newer_message"===n?t.notify({text:i("shift.newer"),icon:"message-circle"}):"scheduled_limit"===n?t.notify({text:i("shift.limit"),icon:"circle-alert"}):t.failed(e)}return await t.scheduled.load(),a}function $(t,e){for(let a of[...e].reverse()){let e=t.thread?.entries.some(t=>"message"===t.type&&t.client_message_id===a.client_message_id),n=t.drafts.get(a.conversation_id,"reply");e||a.agent_id!==t.agent.id||n.includes(a.content.text)||t.drafts.set(a.conversation_id,"reply",[a.content.text,n].filter(Boolean).join("\n"))}t.touch("composer")}function _(t,e){return t.scheduled.drop(e.id),b(t,()=>t.api.cancelScheduled(e.id))}async function w(n,o,c){let f=t=>{!async function(t,{field:e,grow:a,suggest:n},i){let s=t.openId,l=e()?.value??"";if(!s||!l.trim())return;n.close();let r={content:{kind:"text",text:l},send_at:i,last_sequence:t.cache.rows.get(s)?.last_sequence};if(!await b(t,()=>t.api.sendLater(s,r))||t.drafts.get(s,"reply")!==l)return;t.drafts.set(s,"reply",""),t.drafts.flush();let o=e();o&&t.openId===s&&(o.value=""),a()}(n,c,t)},p=null;try{let[,t]=await Promise.all([m(),n.api.shopHours().catch(()=>null)]);p=t&&!t.open.now?t.open.opens_at:null}catch{return n.failed({code:"unreachable"})}let $=Date.now();l(o,i("shift.later"),[{label:i("shift.later"),items:d(new Date($),p).map(({name:e,at:a})=>({label:i(`shift.at_${e}`),hint:"afternoon"===e||"tomorrow"===e?r(a.toISOString()):t(a.toISOString(),$),mark:s("clock",16),run:()=>f(a.toISOString())}))},{items:[{label:i("shift.at_pick"),mark:s("pencil-line",16),run:()=>setTimeout(()=>function(t,n){let s=d(new Date);a(t,i("shift.later"),()=>u`<form
class="popup-form"
@submit=${t=>{t.preventDefault();let a=g(t.target);a&&(e(),n(a))}}
>
${h("later-at",s[0].at)}
<button class="button primary">${i("shift.schedule")}</button>
</form>`,{above:!0})}(o,f))}]}],{above:!0})}var y=(l,r)=>u`<ul class="later" aria-label=${i("shift.waiting")}>
${l.scheduled.items.map(o=>function(l,r,o){let c=r.agent_id===l.agent.id,d=t(r.send_at,o),m=l.agentName(r.agent_id)??"";return u`<li class="later-one ${r.kept_at?"later-kept":""}">
${s("clock",16)}
<div class="later-what">
<span class="later-when">${r.kept_at?i("shift.kept",{name:m}):c?i("shift.goes",{time:d}):i("shift.goes_by",{time:d,name:m})}</span>
<span class="later-text">${r.content.text}</span>
</div>
${r.kept_at?u`<button class="text-button" @click=${()=>async function(t,e){if(!await _(t,e))return;let a=t.drafts.get(e.conversation_id,"reply");t.drafts.set(e.conversation_id,"reply",[e.content.text,a].filter(Boolean).join("\n")),t.touch("composer")}(l,r)}>${i("shift.use")}</button>`:f}
${c&&!r.kept_at?u`<button class="text-button" aria-label=${i("shift.edit_of",{time:d})} @click=${t=>function(t,s,l){let r=l.content.text;a(s,i("shift.edit"),()=>u`<form
class="popup-form later-edit"
@submit=${async a=>{a.preventDefault();let n=g(a.target);!n||!r.trim()||(e(),await b(t,()=>t.api.changeScheduled(l.id,{content:{...l.content,text:r},send_at:n})))}}
>
<label for="later-text">${i("shift.text")}</label>
<textarea
id="later-text"
class="edit-field"
rows="4"
maxlength=${8e3}
autofocus
.value=${n(r)}
@input=${t=>r=t.target.value}
></textarea>
${h("later-edit-at",new Date(l.send_at))}
<button class="button primary">${i("shift.save")}</button>
</form>`,{above:!0})}(l,t.currentTarget,r)}>${i("thread.edit")}</button>`:f}
<button class="text-button" aria-label=${i("shift.cancel_of",{time:d})} @click=${()=>_(l,r)}>${i("shift.cancel")}</button>
</li>`}(l,o,r))}
</ul>`;export{y as laterList,w as laterMenu,m as ready,$ as takeBack};
