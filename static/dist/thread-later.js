import"./thread.js";import{$ as t,Aa as e,E as a,J as n,N as i,U as s,Z as l,fa as r,ga as o,r as c,u,za as f}from"./app.js";function d(t,e=null){let a=(e,a)=>new Date(t.getFullYear(),t.getMonth(),t.getDate()+e,a),n=a(0,15),i=e?new Date(e):null;return[...n.getTime()-t.getTime()>=18e5?[{name:"afternoon",at:n}]:[],...i&&i>t?[{name:"opening",at:i}]:[],{name:"tomorrow",at:a(1,9)},...0===t.getDay()?[]:[{name:"monday",at:a((8-t.getDay())%7||7,9)}]]}var m=()=>Promise.all([o("shift"),r("shift")]),p=t=>new Date(t.getTime()-6e4*t.getTimezoneOffset()).toISOString().slice(0,16),h=(t,e)=>c`<label for=${t}>${n("shift.send_at")}</label>
<input id=${t} name="at" type="datetime-local" required min=${p(new Date)} .value=${p(e)} />`;function g(t){let{at:e}=t.elements,a=new Date(e.value);return!Number.isNaN(a.getTime())&&a.getTime()>Date.now()?a.toISOString():(e.focus(),null)}async function b(t,e){let a=!0;try{await e()}catch(e){a=!1;let{code:i}=e;"newer_message"===i?t.notify({text:n("shift.newer"),icon:"message-circle"}):"scheduled_limit"===i?t.notify({text:n("shift.limit"),icon:"circle-alert"}):t.failed(e)}return await t.scheduled.load(),a}function $(t,e){for(let a of[...e].reverse()){let e=t.thread?.entries.some(t=>"message"===t.type&&t.client_message_id===a.client_message_id),n=t.drafts.get(a.conversation_id,"reply");e||a.agent_id!==t.agent.id||n.includes(a.content.text)||t.drafts.set(a.conversation_id,"reply",[a.content.text,n].filter(Boolean).join("\n"))}t.touch("composer")}function _(t,e){return t.scheduled.drop(e.id),b(t,()=>t.api.cancelScheduled(e.id))}async function w(a,r,o){let u=t=>{!async function(t,{field:e,grow:a,suggest:n},i){let s=t.openId,l=e()?.value??"";if(!s||!l.trim())return;n.close();let r={content:{kind:"text",text:l},send_at:i,last_sequence:t.cache.rows.get(s)?.last_sequence};if(!await b(t,()=>t.api.sendLater(s,r))||t.drafts.get(s,"reply")!==l)return;t.drafts.set(s,"reply",""),t.drafts.flush();let o=e();o&&t.openId===s&&(o.value=""),a()}(a,o,t)},p=null;try{let[,t]=await Promise.all([m(),a.api.shopHours().catch(()=>null)]);p=t&&!t.open.now?t.open.opens_at:null}catch{return a.failed({code:"unreachable"})}let $=Date.now();s(r,n("shift.later"),[{label:n("shift.later"),items:d(new Date($),p).map(({name:e,at:a})=>({label:n(`shift.at_${e}`),hint:"afternoon"===e||"tomorrow"===e?l(a.toISOString()):t(a.toISOString(),$),mark:i("clock",16),run:()=>u(a.toISOString())}))},{items:[{label:n("shift.at_pick"),mark:i("pencil-line",16),run:()=>setTimeout(()=>function(t,a){let i=d(new Date);e(t,n("shift.later"),()=>c`<form
class="popup-form"
@submit=${t=>{t.preventDefault();let e=g(t.target);e&&(f(),a(e))}}
>
${h("later-at",i[0].at)}
<button class="button primary">${n("shift.schedule")}</button>
</form>`,{above:!0})}(r,u))}]}],{above:!0})}var y=(s,l)=>c`<ul class="later" aria-label=${n("shift.waiting")}>
${s.scheduled.items.map(r=>function(s,l,r){let o=l.agent_id===s.agent.id,d=t(l.send_at,r),m=s.agentName(l.agent_id)??"";return c`<li class="later-one ${l.kept_at?"later-kept":""}">
${i("clock",16)}
<div class="later-what">
<span class="later-when">${l.kept_at?n("shift.kept",{name:m}):o?n("shift.goes",{time:d}):n("shift.goes_by",{time:d,name:m})}</span>
<span class="later-text">${l.content.text}</span>
</div>
${l.kept_at?c`<button class="text-button" @click=${()=>async function(t,e){if(!await _(t,e))return;let a=t.drafts.get(e.conversation_id,"reply");t.drafts.set(e.conversation_id,"reply",[e.content.text,a].filter(Boolean).join("\n")),t.touch("composer")}(s,l)}>${n("shift.use")}</button>`:u}
${o&&!l.kept_at?c`<button class="text-button" aria-label=${n("shift.edit_of",{time:d})} @click=${t=>function(t,i,s){let l=s.content.text;e(i,n("shift.edit"),()=>c`<form
class="popup-form later-edit"
@submit=${async e=>{e.preventDefault();let a=g(e.target);!a||!l.trim()||(f(),await b(t,()=>t.api.changeScheduled(s.id,{content:{...s.content,text:l},send_at:a})))}}
>
<label for="later-text">${n("shift.text")}</label>
<textarea
id="later-text"
class="edit-field"
rows="4"
maxlength=${8e3}
autofocus
.value=${a(l)}
@input=${t=>l=t.target.value}
></textarea>
${h("later-edit-at",new Date(s.send_at))}
<button class="button primary">${n("shift.save")}</button>
</form>`,{above:!0})}(s,t.currentTarget,l)}>${n("thread.edit")}</button>`:u}
<button class="text-button" aria-label=${n("shift.cancel_of",{time:d})} @click=${()=>_(s,l)}>${n("shift.cancel")}</button>
</li>`}(s,r,l))}
</ul>`;export{y as laterList,w as laterMenu,m as ready,$ as takeBack};
