import{m as t}from"./thread.js";import{E as e,J as s,K as i,N as n,Z as a,ca as o,r,u as c,va as l}from"./app.js";var u="",p=!1,d=!1;async function m(e,s,i){let n=String(e.openId);if(!d&&0!==s.size){d=!0;try{let a=await e.api.split(n,{sequences:[...s].sort((t,e)=>t-e),kind:i,..."ticket"===i&&{title:u.trim()}});[u,p]=["",!1],t(e),e.notify({key:"ticket"===i?"merge.split_ticket_done":"merge.split_done",icon:"circle-check",action:{key:"merge.go",run:()=>$(a.conversation_id,i)}})}catch(t){e.failed(t)}finally{d=!1}}}var $=(t,e)=>location.assign(`${"ticket"===e?"/tickets":"/inbox"}/${encodeURIComponent(t)}`);function g(n,a){let o=()=>t(n),l=r`<strong role="status">${i("merge.chosen",a.size)}</strong>`,d=t=>{"Escape"===t.key&&(t.stopPropagation(),o())};return p?r`<form
class="choose-bar"
@keydown=${d}
@submit=${t=>{t.preventDefault(),u.trim()&&m(n,a,"ticket")}}
>
${l}
<label class="hidden" for="split-title">${s("merge.split_title")}</label>
<input id="split-title" class="edit-field" maxlength=${200} required placeholder=${s("merge.split_title")} .value=${e(u)} @input=${t=>u=t.target.value} />
<button type="button" class="button quiet" @click=${o}>${s("merge.leave")}</button>
<button type="submit" class="button primary">${s("merge.split_ticket")}</button>
</form>`:r`<div class="choose-bar" @keydown=${d}>
${l}
<button type="button" class="button quiet" @click=${o}>${s("merge.leave")}</button>
<button type="button" class="button" ?disabled=${0===a.size} @click=${()=>m(n,a,"chat")}>${s("merge.split_chat")}</button>
${n.may("ticket")?r`<button type="button" class="button primary" ?disabled=${0===a.size} @click=${()=>{p=!0,u=function(t,e){return(t.thread?.entries.find(t=>e.has(t.sequence)&&t.content?.text)?.content?.text??"").replace(/\s+/g," ").slice(0,60)}(n,a),n.touch("composer"),requestAnimationFrame(()=>document.getElementById("split-title")?.select())}}>${s("merge.split_ticket")}</button>`:c}
</div>`}var b=new Map;function f(t,e){let i=b.get(e.log_position);return i?"loading"===i?c:"string"==typeof i?r`<p class="source-note">${s(`merge.source_${i}`)}</p>`:r`<div class="source">
${i.map(t=>r`<div class="source-turn ${t.note?"source-of-team":""}">
<strong>${t.note?n("lock",14):c} ${t.sender.name??s(`thread.sender_${t.sender.kind}`)}</strong>
<time datetime=${t.sent_at} title=${o(t.sent_at)}>${a(t.sent_at)}</time>
<p>${t.content?l(t.content,t.sender.kind):s("thread.recalled")}</p>
</div>`)}
</div>`:(async function(t,{log_position:e,other:s="",sequences:i=[]}){b.set(e,"loading");try{let n=new Set(i),a=[],o=Math.max(...i)+1;for(;o>Math.min(...i);){let{items:e}=await t.api.entries(s,{before_sequence:o,limit:200});if(a.unshift(...e.flatMap(t=>"message"===t.type&&n.has(t.sequence)?[t]:[])),0===e.length)break;o=e[0].sequence}b.set(e,a)}catch(t){b.set(e,404===t.status?"gone":"failed")}t.touch("thread")}(t,e),c)}export{g as barView,f as sourceView};
