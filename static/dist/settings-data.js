import{a as t,k as a,p as e}from"./settings.js";import{$ as s,H as n,J as i,K as r,ha as o,r as l,u as d}from"./app.js";var c=new Intl.NumberFormat(n),g=["byte","kilobyte","megabyte","gigabyte","terabyte"];function u(t){let a=0,e=t;for(;e>=1e3&&a<g.length-1;)e/=1e3,a+=1;return new Intl.NumberFormat(n,{style:"unit",unit:g[a],unitDisplay:"short",maximumFractionDigits:e<10&&a>0?1:0}).format(e)}var m=t=>new Promise(a=>setTimeout(a,t));function _({me:n,call:g,changed:_,say:b,failed:p,ask:$}){let y="owner"===n.agent.role,w=e(()=>g("GET","/data"),_),h=e(()=>g("GET","/backups"),_),k=e(()=>g("GET","/setup/list"),_),v={watching:!1,busy:!1,restoring:null},{remove:f,restore:E,backUp:T,watch:x}=function({at:t,backups:a,say:e,room:s,call:n,failed:r,ask:l,changed:d,list:c}){let g=async()=>{if(t.watching)return;t.watching=!0,await a.load();let n=!1;for(;a.value?.running;)n=!0,await m(400),await a.load();t.watching=!1,n&&(a.value?.failed_at&&e(i("settings_data.backup_failed"),{bad:!0}),await s.load())};return{remove:async t=>{if(await l({title:i("settings_data.remove_ask"),text:i("settings_data.remove_means",{time:o(t.created_at)}),confirm:i("settings_data.remove")})){try{await n("DELETE",`/backups/${t.name}`,{}),e(i("settings_data.removed"))}catch(t){r(t)}await Promise.all([a.load(),s.load()])}},restore:async g=>{if(!await l({title:i("settings_data.restore_ask"),text:i("settings_data.restore_means",{time:o(g.created_at)}),confirm:i("settings_data.restore"),type:g.name}))return;let u=a.value?.last_restore?.at??null;try{await n("POST",`/backups/${g.name}/restore`,{confirm:g.name})}catch(t){return void("damaged_backup"===t?.code?e(i("settings_data.damaged"),{bad:!0}):r(t))}t.restoring="waiting",d();let _=Date.now()+18e4;for(;Date.now()<_;){await m(700);try{let r=await n("GET","/backups");if(r.last_restore&&r.last_restore.at!==u)return t.restoring=null,a.value=r,e(r.last_restore.done?i("settings_data.restored"):i("settings_data.not_restored"),{bad:!r.last_restore.done}),void await Promise.all([s.load(),c.load()])}catch{}}t.restoring="lost",d()},backUp:async()=>{try{let{name:t}=await n("POST","/backups",{});await g(),a.value?.items.some(a=>a.name===t)&&e(i("settings_data.backup_done"))}catch(t){r(t)}},watch:g}}({at:v,backups:h,say:b,room:w,call:g,failed:p,ask:$,changed:_,list:k}),P=function({at:t,changed:e,call:s,say:n,failed:r,list:o,room:d}){return()=>o.view(({demo_data:c})=>a(i("settings_data.demo"),"",i(c?"settings_data.demo_there":"settings_data.demo_intro"),l`<button type="button" class="button" aria-busy=${t.busy} @click=${()=>(async a=>{if(!t.busy){t.busy=!0,e();try{await s(a?"POST":"DELETE","/demo-data",{}),n(i(a?"settings_data.demo_added":"settings_data.demo_removed"))}catch(t){r(t)}t.busy=!1,await Promise.all([o.load(),d.load()])}})(!c)}>${i(c?"settings_data.demo_remove":"settings_data.demo_add")}</button>`))}({at:v,changed:_,call:g,say:b,failed:p,list:k,room:w}),D=function({backups:e,isOwner:n,remove:r,restore:c,backUp:g}){return()=>e.view(({items:e,running:m})=>a(i("settings_data.backups"),l`${m?l`<div class="work" role="status">
<span>${i("settings_data.running",{done:u(m.copied_bytes),all:u(m.total_bytes),time:s(m.started_at,Date.now())})}</span>
<progress class="seats" max=${Math.max(m.total_bytes,1)} value=${m.copied_bytes} aria-label=${i("settings_data.backups")}></progress>
</div>`:d}
${0!==e.length||m?d:l`<p class="nothing-yet">${i("settings_data.no_backups")}</p>`}
<ul class="things">
${e.map(a=>l`<li class="thing">
<span class="thing-mark">${t("drive")}</span>
<div class="thing-what">
<span class="thing-name">${o(a.created_at)}</span>
<span class="thing-about">${a.name} · ${u(a.bytes)}</span>
</div>
<div class="thing-does">
${n?l`<a class="icon-button" href="/api/v1/backups/${a.name}" download aria-label=${i("settings_data.fetch_one",{time:o(a.created_at)})} title=${i("settings_data.fetch")}>${t("download")}</a>
<button type="button" class="icon-button" aria-label=${i("settings_data.remove_one",{time:o(a.created_at)})} title=${i("settings_data.remove")} @click=${()=>r(a)}>${t("trash")}</button>
<button type="button" class="button" aria-label=${i("settings_data.restore_one",{time:o(a.created_at)})} ?disabled=${!!m} @click=${()=>c(a)}>${i("settings_data.restore")}</button>`:d}
</div>
</li>`)}
</ul>`,i(n?"settings_data.backups_intro":"settings_data.backups_owner"),l`<button type="button" class="button primary" ?disabled=${!!m} @click=${g}>${i("settings_data.back_up")}</button>`))}({backups:h,isOwner:y,remove:f,restore:E,backUp:T});return{start(){w.load(),k.load(),x()},body:()=>v.restoring?l`<div class="waiting-desk" role="status">
<h2>${i(`settings_data.${v.restoring}`)}</h2>
<p>${i(`settings_data.${v.restoring}_text`)}</p>
${"waiting"===v.restoring?l`<progress class="seats" aria-label=${i("settings_data.waiting")}></progress>`:l`<a class="button" href="/settings/data">${i("common.retry")}</a>`}
</div>`:l`${w.view(t=>{let e=["database","wal","files","snapshots","backups"],s=e.reduce((a,e)=>a+t[`${e}_bytes`],0);return a(i("settings_data.room"),l`<ul class="bars">
${e.map(a=>{let e=t[`${a}_bytes`];return l`<li>
<span>${i(`settings_data.${a}`)}</span>
<meter class="amount" min="0" max=${Math.max(s,1)} value=${e} aria-label=${i(`settings_data.${a}`)}></meter>
<span class="number">${u(e)}</span>
</li>`})}
</ul>
<p class="thing-about">
${[r("settings_data.conversations",t.conversations,{n:c.format(t.conversations)}),r("settings_data.messages",t.messages,{n:c.format(t.messages)}),r("settings_data.contacts",t.contacts,{n:c.format(t.contacts)})].join(" · ")}
</p>`,i("settings_data.room_intro",{used:u(s),free:u(t.disk_free_bytes)}))})}${D()}${P()}`}}export{u as bytes,_ as dataPage};
