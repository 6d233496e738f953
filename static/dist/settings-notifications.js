import{i as e,j as t,k as s,l as n,o as i,u as a}from"./settings.js";import{E as o,H as r,J as l,V as c,W as u,la as g,ma as _,na as d,oa as p,r as b,u as m,va as $,wa as y,za as k}from"./app.js";var f=["move","conversation","write","select","view","go","desk"];function h(e,t){let n={desk:{},ui:{},list:{},composer:{}},i={...k(n),...g(n)},a=null,o=[],r=null,$=null,y=e=>l(i[e].label),h=()=>{clearTimeout(r),a=null,o=[],t()},w=()=>{let s=a,n=o.join(" "),r=d(i,e.get("keys")).against(s,n);if(h(),r&&"taken"!==r.problem)return $={id:s,text:l(`settings_notices.key_${r.problem}`,{key:u(n).join(" ")})},t();$=r?.by?{id:s,text:l("settings_notices.key_taken",{action:y(r.by)})}:null,e.set("keys",p(i,e.get("keys"),s,n))},v=s=>{if(!a)return;if("Tab"===s.key||(s.preventDefault(),s.stopPropagation(),"Escape"===s.key))return h();if("Backspace"===s.key||"Delete"===s.key){let t=a;return h(),e.set("keys",p(i,e.get("keys"),t,""))}let n=c(s);if(n){if(o.push(n),clearTimeout(r),2===o.length||n.includes("+"))return w();r=setTimeout(w,900),t()}};return()=>{let n=d(i,e.get("keys")),r=e.get("keys");return b`${f.map(c=>{let g=Object.keys(i).filter(e=>i[e].group===c&&!_.has(e));return 0===g.length?m:s(l(`keys.group_${c}`),b`<ul class="key-rows">
${g.map(s=>{let c=a===s,g=n.keyOf(s);return b`<li class="key-row" data-action=${s}>
<span>${y(s)}</span>
<button
type="button"
class="key-button ${c?"waiting":""}"
aria-label=${c?l("settings_notices.press"):l("settings_notices.change_key",{action:y(s),key:u(g).join(" ")||l("settings_notices.no_key")})}
aria-pressed=${c}
@click=${()=>{a=c?null:s,o=[],$=null,t()}}
@keydown=${v}
@blur=${()=>c&&h()}
>
${c?b`<span>${o.length?u(o.join(" ")).map(e=>b`<kbd>${e}</kbd>`):l("settings_notices.press")}</span>`:g?u(g).map(e=>b`<kbd>${e}</kbd> `):b`<span class="thing-about">${l("settings_notices.no_key")}</span>`}
</button>
${s in r?b`<button type="button" class="text-button" aria-label=${l("settings_notices.reset_one",{action:y(s)})} @click=${()=>e.set("keys",p(i,r,s,null))}>${l("settings_notices.reset")}</button>`:b`<span></span>`}
${$?.id===s?b`<p class="field-hint key-said" role="status">${$.text}</p>`:m}
</li>`})}
</ul>`)})}
${Object.keys(r).length>0?b`<div class="set-section"><button type="button" class="button key-all" @click=${()=>e.set("keys",{})}>${l("settings_notices.reset_all")}</button></div>`:m}`}}var w=["new","assigned","message","mention"],v=[0,5,10,15,30,60],q=[0,2,5,10,30],T=new Intl.DateTimeFormat(r,{weekday:"narrow",timeZone:"UTC"}),j=new Intl.DateTimeFormat(r,{weekday:"long",timeZone:"UTC"});function x({changed:i,form:a,kinds:r}){let c=()=>globalThis.Notification?.permission??"unsupported",u=async()=>{await(globalThis.Notification?.requestPermission?.()),i()};return()=>{let i=a.get("quiet"),g=Math.round(100*a.get("notifications.volume"));return b`${s(l("settings_notices.what"),r(),l("settings_notices.what_intro"))}
${s(l("settings_notices.volume"),"",l("settings_notices.volume_intro"),b`<span class="slider"
><input
type="range"
min="0"
max="100"
step="5"
aria-label=${l("settings_notices.volume")}
.value=${o(String(g))}
@input=${e=>a.set("notifications.volume",Number(e.target.value)/100)}
/><output>${g}%</output></span
>`)}
${s(l("settings_notices.repeat_title"),e(a,"notifications.repeat",l("settings_notices.repeat"),l("settings_notices.repeat_hint")))}
${s(l("settings_notices.permission"),"",l(`settings_notices.permission_${c()}`),"default"===c()?b`<button type="button" class="button" @click=${u}>${l("settings_notices.allow")}</button>`:m)}
${s(l("settings_notices.quiet"),b`${e(a,"quiet.enabled",l("settings_notices.quiet_on"),l("settings_notices.quiet_hint"))}
${i.enabled?b`<div class="day-range">
${n(l("settings_notices.quiet_from"),i.from,e=>a.set("quiet.from",e))}
<span aria-hidden="true">–</span>
${n(l("settings_notices.quiet_to"),i.to,e=>a.set("quiet.to",e))}
${i.to<=i.from?b`<span class="chip">${l("settings_notices.next_day")}</span>`:m}
</div>
<div class="segments" role="group" aria-label=${l("settings_notices.quiet_days")}>
${[1,2,3,4,5,6,7].map(e=>{let t=new Date(Date.UTC(2026,0,4+e)),s=i.days.includes(e);return b`<button
type="button"
class="segment segment-day"
aria-pressed=${s}
aria-label=${j.format(t)}
@click=${()=>a.set("quiet.days",s?i.days.filter(t=>t!==e):[...i.days,e].sort())}
>
${T.format(t)}
</button>`})}
</div>
<p class="field-error" role="alert">${a.errors["quiet.days"]??""}</p>`:m}`)}
${s(l("settings_notices.away"),"",l("settings_notices.away_intro"),t(l("settings_notices.away"),[...new Set([...v,a.get("away_after_min")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?l("settings_notices.minutes",{count:e}):l("settings_notices.never")})),String(a.get("away_after_min")),e=>a.set("away_after_min",Number(e))))}`}}function S({call:e,changed:n,say:r}){let c={tab:"notices",problem:null},u=y({load:async()=>null,save:t=>e("PUT","/me/preferences",t),failed:e=>c.problem=e}),g=i({read:()=>e("GET","/me/preferences"),check:({quiet:e})=>a(e.from)&&a(e.to)?e.enabled&&0===e.days.length?{"quiet.days":l("settings_notices.no_days")}:{}:{"quiet.days":l("settings_notices.no_time")},async write(e){if(!await u.change(e))throw c.problem;return structuredClone(e)},changed:n}),_=$({changed:n}),d=h(g,n),p=x({changed:n,form:g,kinds:()=>m()}),m=function({bell:e,form:t,say:s}){return()=>b`<div class="grid-table" role="table" aria-label=${l("settings_notices.what")}>
<div role="row" class="grid-head">
<span role="columnheader">${l("settings_notices.news")}</span><span role="columnheader">${l("settings_notices.sound")}</span
><span role="columnheader">${l("settings_notices.browser")}</span><span role="columnheader"><span class="hidden">${l("settings_notices.hear")}</span></span>
</div>
${w.map(n=>b`<div role="row">
<span role="rowheader">${l(`settings_notices.kind_${n}`)}</span>
${["sound","browser"].map(e=>{let s=`notifications.${n}.${e}`;return b`<span role="cell"
><label class="switch"
><input
type="checkbox"
role="switch"
aria-label="${l(`settings_notices.kind_${n}`)} · ${l(`settings_notices.${e}`)}"
.checked=${o(t.get(s))}
@change=${e=>t.set(s,e.target.checked)} /></label
></span>`})}
<span role="cell"><button type="button" class="text-button" aria-label=${l("settings_notices.hear_one",{kind:l(`settings_notices.kind_${n}`)})} @click=${()=>(async n=>{await e.wake(),e.ring(n,t.get("notifications.volume"))||s(l("settings_notices.silent"),{bad:!0})})(n)}>${l("settings_notices.hear")}</button></span>
</div>`)}
</div>`}({bell:_,form:g,say:r});return{form:g,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:l("settings_notices.tab_notices")},{id:"writing",label:l("settings_notices.tab_writing")},{id:"keys",label:l("settings_notices.tab_keys")}],get tab(){return c.tab},choose(e){c.tab=e,n()},body:()=>"notices"===c.tab?p():"writing"===c.tab?b`${s(l("settings_notices.send"),"",l("settings_notices.send_intro"),t(l("settings_notices.send"),[{value:"mod+enter",label:l("settings_notices.send_mod")},{value:"enter",label:l("settings_notices.send_enter")}],g.get("send_on"),e=>g.set("send_on",e)))}
${s(l("settings_notices.undo"),"",l("settings_notices.undo_intro"),t(l("settings_notices.undo"),[...new Set([...q,g.get("undo_send_s")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?l("settings_notices.seconds",{count:e}):l("settings_notices.never")})),String(g.get("undo_send_s")),e=>g.set("undo_send_s",Number(e))))}`:b`<p class="page-intro">${l("settings_notices.keys_intro")}</p>${d()}`}}export{S as notificationsPage};
