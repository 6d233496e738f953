import{a as e,b as t,f as a,g as s}from"./tickets.js";import"./with-tickets-actions.js";import{M as r,S as o,W as n,Y as d}from"./thread.js";import{J as i,O as l,Q as c,r as u,u as p}from"./app.js";function f({desk:f,tickets:g,ui:m,open:$,move:b}){let{board:k}=g,v={focused:null,dragged:null,over:null,place:null,said:""},{draw:h,focusCard:w,onKey:y,drop:_}=function({here:e,desk:t,tickets:a,move:s}){let{board:r}=a,o=()=>t.clock.touch(a.ticks.list),d=t=>{t&&(e.focused=t,o(),requestAnimationFrame(()=>{let a=e.place?.querySelector(`.board-card[data-id="${CSS.escape(t)}"]`);a?.focus(),a?.scrollIntoView({block:"nearest",inline:"nearest"})}))},l=(e,t)=>{let s=e&&a.rows.get(e);return!!(s&&t&&s.status_id!==t&&n(a.statuses,s.category).some(e=>e.id===t))},c=async(t,r)=>{if(!l(t,r))return e.said=i("tickets.board_cannot"),o();await s(t,r)&&(e.said=i("tickets.board_moved",{name:a.rows.get(t)?.name??"",status:a.status(r)?.name??""})),d(t)};return{draw:o,focusCard:d,onKey:e=>{let t=e.target.closest(".board-card")?.dataset.id,a={ArrowUp:"up",ArrowDown:"down",ArrowLeft:"left",ArrowRight:"right"}[e.key];if(!t||!a||e.altKey||e.ctrlKey||e.metaKey)return;if(e.preventDefault(),!e.shiftKey)return d(r.beside(t,a));if("left"!==a&&"right"!==a)return;let s=r.statusBeside(t,"left"===a?-1:1);s&&c(t,s)},drop:t=>({over:a=>{l(e.dragged,t)&&(a.preventDefault(),e.over!==t&&(e.over=t,o()))},take:a=>{a.preventDefault();let s=e.dragged;e.over=null,e.dragged=null,s&&c(s,t),o()}})}}({here:v,desk:f,tickets:g,move:b}),x=function({here:e,desk:r,tickets:o,ui:n,open:f,draw:g}){return(m,$)=>{let b=o.rows.get(m);if(!b)return p;let k=b.agent_id?r.agents.find(e=>e.id===b.agent_id)??{id:b.agent_id,name:r.agentName(b.agent_id)??""}:null;return u`<li>
<a
class="board-card ${e.dragged===m?"dragged":""}"
href="/tickets/${b.name}"
data-id=${m}
draggable="true"
tabindex=${$===m?0:-1}
@click=${t=>{t.ctrlKey||t.metaKey||t.shiftKey||t.button||(t.preventDefault(),e.focused=m,f(m))}}
@dragstart=${t=>{e.dragged=m,t.dataTransfer?.setData("text/plain",`${b.name} ${b.title}`)}}
@dragend=${()=>{Object.assign(e,{dragged:null,over:null}),g()}}
>
<span class="board-top"><span class="faint numeric">${b.name}</span><span class="board-priority" title=${s(b.priority)}>${t(b.priority)}<span class="hidden">${s(b.priority)}</span></span></span>
<span class="board-title">${b.title}</span>
<span class="board-who"><span class="cut">${l(b.contact)}</span>${k?u`${c(k,"small")}<span class="hidden">${i("inbox.assigned_to",{name:k.name})}</span>`:p}</span>
${a(d(b.clock,n.now.value))}
</a>
</li>`}}({here:v,desk:f,tickets:g,ui:m,open:$,draw:h});return{view:()=>{if(g.ticks.list.value,f.ticks.list.value,"failed"===k.phase)return u`<p class="list-note" role="alert">${i("tickets.list_failed")} <button class="text-button" @click=${g.retry}>${i("common.retry")}</button></p>`;if("ready"!==k.phase)return u`<p class="list-note" role="status">${i("common.loading")}</p>`;let t=(v.focused&&k.has(v.focused)?v.focused:k.first())??"";return u`<div class="board" role="group" aria-label=${i("tickets.board")} @keydown=${y}>
${k.columns.map(a=>{let s=g.status(a.status_id),{over:n,take:d}=_(a.status_id);return u`<section class="board-column ${v.over===a.status_id?"over":""}" data-status=${a.status_id} aria-label=${s?.name??""} @dragover=${n} @drop=${d}>
<h2 class="board-head">${e(s?.category??"open")}<span class="cut">${s?.name??""}</span><span class="count">${(({count:e,ids:t,next:a},s)=>{let r=String(g.list.view);return"all"===r||"unsolved"===r&&!o(s)?null===e?"999+":String(e):`${t.length}${a?"+":""}`})(a,s?.category??"open")}</span></h2>
<ul
class="board-cards"
tabindex="-1"
@scroll=${e=>{let{scrollHeight:t,scrollTop:s,clientHeight:r}=e.currentTarget;t-s-r<320&&k.more(a.status_id)}}
>
${r(a.ids,e=>e,e=>x(e,t))}
${a.next?u`<li><button type="button" class="text-button quiet board-more" @click=${()=>k.more(a.status_id)}>${i("tickets.board_more")}</button></li>`:p}
</ul>
</section>`})}
</div>
<p class="hidden" aria-live="polite">${v.said}</p>`},focusCard:w,get focused(){return v.focused},aimed:()=>document.activeElement?.closest(".board-card")?.dataset.id??null,step(e){let t=v.focused&&k.has(v.focused)?k.beside(v.focused,e>0?"down":"up"):k.first();w(t)},beside:(e,t)=>k.beside(e,t>0?"down":"up"),order:()=>k.columns.flatMap(e=>e.ids),rest(e){v.focused=e},attach(e){v.place!==e&&(v.place=e,e.addEventListener("focusin",e=>{let t=e.target.closest(".board-card")?.dataset.id;t&&(v.focused=t)}))}}}export{f as createBoardView};
