import{B as e,i as t,j as s,k as n,l as i,o as a}from"./settings.js";import{$ as o,D as r,G as l,I as c,U as u,V as g,ba as _,ca as d,da as p,ka as b,la as $,q as m,t as y,va as k}from"./app.js";var f=["move","conversation","write","select","view","go","desk"];function h(e,t){let s={desk:{},ui:{},list:{},composer:{}},i={...k(s),...o(s)},a=null,r=[],l=null,b=null,$=e=>c(i[e].label),h=()=>{clearTimeout(l),a=null,r=[],t()},w=()=>{let s=a,n=r.join(" "),o=d(i,e.get("keys")).against(s,n);if(h(),o&&"taken"!==o.problem)return b={id:s,text:c(`settings_notices.key_${o.problem}`,{key:g(n).join(" ")})},t();b=o?.by?{id:s,text:c("settings_notices.key_taken",{action:$(o.by)})}:null,e.set("keys",p(i,e.get("keys"),s,n))},v=s=>{if(!a)return;if("Tab"===s.key||(s.preventDefault(),s.stopPropagation(),"Escape"===s.key))return h();if("Backspace"===s.key||"Delete"===s.key){let t=a;return h(),e.set("keys",p(i,e.get("keys"),t,""))}let n=u(s);if(n){if(r.push(n),clearTimeout(l),2===r.length||n.includes("+"))return w();l=setTimeout(w,900),t()}};return()=>{let s=d(i,e.get("keys")),o=e.get("keys");return m`${f.map(l=>{let u=Object.keys(i).filter(e=>i[e].group===l&&!_.has(e));return 0===u.length?y:n(c(`keys.group_${l}`),m`<ul class="key-rows">
${u.map(n=>{let l=a===n,u=s.keyOf(n);return m`<li class="key-row" data-action=${n}>
<span>${$(n)}</span>
<button
type="button"
class="key-button ${l?"waiting":""}"
aria-label=${l?c("settings_notices.press"):c("settings_notices.change_key",{action:$(n),key:g(u).join(" ")||c("settings_notices.no_key")})}
aria-pressed=${l}
@click=${()=>{a=l?null:n,r=[],b=null,t()}}
@keydown=${v}
@blur=${()=>l&&h()}
>
${l?m`<span>${r.length?g(r.join(" ")).map(e=>m`<kbd>${e}</kbd>`):c("settings_notices.press")}</span>`:u?g(u).map(e=>m`<kbd>${e}</kbd> `):m`<span class="thing-about">${c("settings_notices.no_key")}</span>`}
</button>
${n in o?m`<button type="button" class="text-button" aria-label=${c("settings_notices.reset_one",{action:$(n)})} @click=${()=>e.set("keys",p(i,o,n,null))}>${c("settings_notices.reset")}</button>`:m`<span></span>`}
${b?.id===n?m`<p class="field-hint key-said" role="status">${b.text}</p>`:y}
</li>`})}
</ul>`)})}
${Object.keys(o).length>0?m`<div class="set-section"><button type="button" class="button key-all" @click=${()=>e.set("keys",{})}>${c("settings_notices.reset_all")}</button></div>`:y}`}}var w=["new","assigned","message","mention"],v=[0,5,10,15,30,60],q=[0,2,5,10,30],T=new Intl.DateTimeFormat(l,{weekday:"narrow",timeZone:"UTC"}),j=new Intl.DateTimeFormat(l,{weekday:"long",timeZone:"UTC"});function x({changed:e,form:a,kinds:o}){let l=()=>globalThis.Notification?.permission??"unsupported",u=async()=>{await(globalThis.Notification?.requestPermission?.()),e()};return()=>{let e=a.get("quiet"),g=Math.round(100*a.get("notifications.volume"));return m`${n(c("settings_notices.what"),o(),c("settings_notices.what_intro"))}
${n(c("settings_notices.volume"),"",c("settings_notices.volume_intro"),m`<span class="slider"
><input
type="range"
min="0"
max="100"
step="5"
aria-label=${c("settings_notices.volume")}
.value=${r(String(g))}
@input=${e=>a.set("notifications.volume",Number(e.target.value)/100)}
/><output>${g}%</output></span
>`)}
${n(c("settings_notices.repeat_title"),t(a,"notifications.repeat",c("settings_notices.repeat"),c("settings_notices.repeat_hint")))}
${n(c("settings_notices.permission"),"",c(`settings_notices.permission_${l()}`),"default"===l()?m`<button type="button" class="button" @click=${u}>${c("settings_notices.allow")}</button>`:y)}
${n(c("settings_notices.quiet"),m`${t(a,"quiet.enabled",c("settings_notices.quiet_on"),c("settings_notices.quiet_hint"))}
${e.enabled?m`<div class="day-range">
${i(c("settings_notices.quiet_from"),e.from,e=>a.set("quiet.from",e))}
<span aria-hidden="true">–</span>
${i(c("settings_notices.quiet_to"),e.to,e=>a.set("quiet.to",e))}
${e.to<=e.from?m`<span class="chip">${c("settings_notices.next_day")}</span>`:y}
</div>
<div class="segments" role="group" aria-label=${c("settings_notices.quiet_days")}>
${[1,2,3,4,5,6,7].map(t=>{let s=new Date(Date.UTC(2026,0,4+t)),n=e.days.includes(t);return m`<button
type="button"
class="segment segment-day"
aria-pressed=${n}
aria-label=${j.format(s)}
@click=${()=>a.set("quiet.days",n?e.days.filter(e=>e!==t):[...e.days,t].sort())}
>
${T.format(s)}
</button>`})}
</div>
<p class="field-error" role="alert">${a.errors["quiet.days"]??""}</p>`:y}`)}
${n(c("settings_notices.away"),"",c("settings_notices.away_intro"),s(c("settings_notices.away"),[...new Set([...v,a.get("away_after_min")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?c("settings_notices.minutes",{count:e}):c("settings_notices.never")})),String(a.get("away_after_min")),e=>a.set("away_after_min",Number(e))))}`}}function D({call:t,changed:i,say:o}){let l={tab:"notices",problem:null},u=$({load:async()=>null,save:e=>t("PUT","/me/preferences",e),failed:e=>l.problem=e}),g=a({read:()=>t("GET","/me/preferences"),check:({quiet:t})=>e(t.from)&&e(t.to)?t.enabled&&0===t.days.length?{"quiet.days":c("settings_notices.no_days")}:{}:{"quiet.days":c("settings_notices.no_time")},async write(e){if(!await u.change(e))throw l.problem;return structuredClone(e)},changed:i}),_=b({changed:i}),d=h(g,i),p=x({changed:i,form:g,kinds:()=>y()}),y=function({bell:e,form:t,say:s}){return()=>m`<div class="grid-table" role="table" aria-label=${c("settings_notices.what")}>
<div role="row" class="grid-head">
<span role="columnheader">${c("settings_notices.news")}</span><span role="columnheader">${c("settings_notices.sound")}</span
><span role="columnheader">${c("settings_notices.browser")}</span><span role="columnheader"><span class="hidden">${c("settings_notices.hear")}</span></span>
</div>
${w.map(n=>m`<div role="row">
<span role="rowheader">${c(`settings_notices.kind_${n}`)}</span>
${["sound","browser"].map(e=>{let s=`notifications.${n}.${e}`;return m`<span role="cell"
><label class="switch"
><input
type="checkbox"
role="switch"
aria-label="${c(`settings_notices.kind_${n}`)} · ${c(`settings_notices.${e}`)}"
.checked=${r(t.get(s))}
@change=${e=>t.set(s,e.target.checked)} /></label
></span>`})}
<span role="cell"><button type="button" class="text-button" aria-label=${c("settings_notices.hear_one",{kind:c(`settings_notices.kind_${n}`)})} @click=${()=>(async n=>{await e.wake(),e.ring(n,t.get("notifications.volume"))||s(c("settings_notices.silent"),{bad:!0})})(n)}>${c("settings_notices.hear")}</button></span>
</div>`)}
</div>`}({bell:_,form:g,say:o});return{form:g,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:c("settings_notices.tab_notices")},{id:"writing",label:c("settings_notices.tab_writing")},{id:"keys",label:c("settings_notices.tab_keys")}],get tab(){return l.tab},choose(e){l.tab=e,i()},body:()=>"notices"===l.tab?p():"writing"===l.tab?m`${n(c("settings_notices.send"),"",c("settings_notices.send_intro"),s(c("settings_notices.send"),[{value:"mod+enter",label:c("settings_notices.send_mod")},{value:"enter",label:c("settings_notices.send_enter")}],g.get("send_on"),e=>g.set("send_on",e)))}
${n(c("settings_notices.undo"),"",c("settings_notices.undo_intro"),s(c("settings_notices.undo"),[...new Set([...q,g.get("undo_send_s")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?c("settings_notices.seconds",{count:e}):c("settings_notices.never")})),String(g.get("undo_send_s")),e=>g.set("undo_send_s",Number(e))))}`:m`<p class="page-intro">${c("settings_notices.keys_intro")}</p>${d()}`}}export{D as notificationsPage};
